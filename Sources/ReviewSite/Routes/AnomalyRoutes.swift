import Hummingbird
import Register
import Review

/// The list of findings, and what is done to several of them at once.
struct AnomalyRoutes {
    /// So many findings are acted on at once at the most.
    private static let mostAtOnce = 20_000

    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/anomalies") { request, context in try await site.answer { try list(request, context) } }
        router.post("/anomalies") { _, context in try await site.answer { try act(context) } }
        for format in ExportFormat.allCases {
            router.get(RouterPath("/anomalies.\(format.rawValue)")) { request, context in
                try await site.answer {
                    let list = list(try AnomalyQuery(FormBody(request.uri.query ?? "")).filter)
                    return try site.export(list, format, "anomalies", recordedAs: "anomalies", context)
                }
            }
        }
    }

    private func list(_ request: Request, _ context: SiteContext) throws -> Response {
        let form = FormBody(request.uri.query ?? "")
        let asked = try AnomalyQuery(form)
        let after = form["after"]
        let groups = try site.desk.anomalyGroups(asked.filter)
        let found =
            asked.isGrouped
            ? nil
            : try site.desk.anomalies(asked.filter, after: after.flatMap { FindingPlace($0) }, most: ReadingRoutes.rows)
        let page = AnomaliesPage(
            asked, groups, found, note: try site.desk.searchNote(asked.filter), after: after, site.wording)
        return site.pages.page("anomalies", "Anomalies", page, context)
    }

    private func list(_ filter: FindingFilter) -> PagedList<AnomalyRow, FindingPlace> {
        PagedList { place, most in
            let page = try site.desk.anomalies(filter, after: place, most: most)
            return (page.rows, page.next)
        }
    }

    /// The ticked findings; or all of the list, after asking once more with their number.
    private func act(_ context: SiteContext) throws -> Response {
        let back = context.form["back"] ?? "/anomalies"
        guard context.form["scope"] == "all" else {
            let keys = context.form.all("finding").compactMap { RowKey($0) }
            return site.act(context, back: back) {
                if keys.isEmpty { throw ReviewFailure(.invalid, "no finding is ticked: tick those that are meant") }
                return try FindingAct(context.form).perform(on: keys, desk: site.desk, by: context.reviewer)
            }
        }
        let asked = try AnomalyQuery(FormBody(context.form["filter"] ?? ""))
        let keys = try list(asked.filter).all(most: Self.mostAtOnce, \.finding.key)
        guard context.form["sure"] == String(keys.count) else {
            let page = SurePage(context.form, keys, back: back)
            return site.pages.page("sure", "Really?", page, context)
        }
        return site.act(context, back: back) {
            try FindingAct(context.form).perform(on: keys, desk: site.desk, by: context.reviewer)
        }
    }
}
