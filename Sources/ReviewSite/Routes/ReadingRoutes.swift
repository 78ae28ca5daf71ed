import AnomalyRules
import Hummingbird
import Register
import Review

/// The pages that show something, and little more: today, letters, held files, statistics, the log, the rules.
struct ReadingRoutes {
    /// How many rows a page has.
    static let rows = 50

    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/") { _, context in
            try await site.answer {
                let page = TodayPage(try site.desk.today(), try site.desk.anomalies(most: 8).rows, site.wording)
                return site.pages.page("today", "Today", page, context)
            }
        }
        router.get("/search") { request, context in try await site.answer { try search(request, context) } }
        router.get("/held") { request, context in try await site.answer { try held(request, context) } }
        router.post("/held") { _, context in try await site.answer { actOnHeld(context) } }
        router.get("/statistics") { request, context in try await site.answer { try statistics(request, context) } }
        router.get("/log") { _, context in
            try await site.answer {
                site.pages.page("log", "Log", LogPage(try site.desk.logTail(), site.wording), context)
            }
        }
        router.get("/rules") { _, context in
            try await site.answer { site.pages.page("rules", "Rules", RulesPage(), context) }
        }
        router.get("/rules/:code") { _, context in
            guard let page = RulePage(of: (context.parameters.get("code") ?? "").uppercased()) else {
                throw HTTPError(.notFound, message: "There is no rule of this code.")
            }
            return try await site.answer { site.pages.page("rule", page.code, ManualPage(page), context) }
        }
        for format in ExportFormat.allCases { addExports(format, to: router) }
    }

    private func search(_ request: Request, _ context: SiteContext) throws -> Response {
        let asked = try LetterQuery(FormBody(request.uri.query ?? ""))
        let found = try site.desk.letters(asked.filter, before: asked.before, most: Self.rows)
        // Who looks for one case wants its letter.
        if asked.filter.caseNumber != nil, found.rows.count == 1, let only = found.rows.first, asked.before == nil {
            return .redirected(only.letter.address)
        }
        let page = SearchPage(asked, found, site.wording)
        return site.pages.page("search", "Letters", page, context, searched: page.words)
    }

    private func held(_ request: Request, _ context: SiteContext) throws -> Response {
        let before = FormBody(request.uri.query ?? "")["before"].flatMap { Int($0) }
        let page = HeldPage(
            try site.desk.held(before: before, most: Self.rows), count: site.pages.morning.today()?.heldCount,
            before: before, most: Self.rows, site.wording)
        return site.pages.page("held", "Held", page, context)
    }

    private func actOnHeld(_ context: SiteContext) -> Response {
        site.act(context, back: "/held") {
            let arrival = context.form["arrival"] ?? ""
            switch context.form["act"] {
            case "release":
                try site.desk.release(arrival, by: context.reviewer)
                return "The file is read again; what becomes of it stands in the log."
            case "discard":
                guard let reason = context.form["comment"] else {
                    throw ReviewFailure(.invalid, "discarding needs a reason: write why")
                }
                try site.desk.discard(arrival, reason: reason, by: context.reviewer)
                return "The file is discarded; it is kept, but no longer listed."
            default: throw ReviewFailure(.invalid, "nothing was chosen: press one of the buttons")
            }
        }
    }

    private func statistics(_ request: Request, _ context: SiteContext) throws -> Response {
        let asked = try StatisticsQuery(FormBody(request.uri.query ?? ""), today: site.desk.sources.today)
        let page = StatisticsPage(try site.desk.statistics(asked.range), asked, site.wording)
        return site.pages.page("statistics", "Statistics", page, context)
    }

    private func addExports(_ format: ExportFormat, to router: Router<SiteContext>) {
        func add<Row, Place>(
            _ name: String, recordedAs recorded: String? = nil,
            _ list: @escaping @Sendable (FormBody) throws -> PagedList<Row, Place>
        ) {
            router.get(RouterPath("/\(name).\(format.rawValue)")) { request, context in
                try await site.answer {
                    let list = try list(FormBody(request.uri.query ?? ""))
                    return try site.export(list, format, name, recordedAs: recorded, context)
                }
            }
        }
        add("search", recordedAs: "letters") { form in
            let filter = try LetterQuery(form).filter
            return PagedList { place, most in
                let page = try site.desk.letters(filter, before: place, most: most)
                return (page.rows, page.next)
            }
        }
        add("held") { _ in
            PagedList { place, most in
                let rows = try site.desk.held(before: place, most: most)
                return (rows, rows.count < most ? nil : rows.last?.sequence)
            }
        }
        add("statistics") { form in
            let asked = try StatisticsQuery(form, today: site.desk.sources.today)
            return PagedList { try site.desk.statistics(asked.range).days }
        }
        add("log") { _ in
            PagedList { try site.desk.logTail(most: 1000).entries.map { ExportedEntry(json: $0) } }
        }
        add("rules") { _ in PagedList { RulePage.all.sorted { $0.code < $1.code } } }
    }
}
