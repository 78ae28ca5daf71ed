import Hummingbird
import NIOCore
import Register
import Review

/// The list of deadlines, and that one is done.
struct DeadlineRoutes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/deadlines") { request, context in
            try await site.answer {
                let asked = try DeadlineQuery(FormBody(request.uri.query ?? ""))
                let found = try site.desk.deadlines(asked.filter, after: asked.after, most: ReadingRoutes.rows)
                let page = DeadlinesPage(asked, found, try site.desk.dueCounts(within: 7), site.wording)
                return site.pages.page("deadlines", "Deadlines", page, context)
            }
        }
        router.post("/deadlines") { _, context in
            try await site.answer {
                site.act(context, back: context.form["back"] ?? "/deadlines") {
                    let name = context.form["deadline"]?.split(separator: "-").first ?? ""
                    guard let key = RowKey(name) else { throw ReviewFailure(.invalid, "nothing was chosen") }
                    let isDone = context.form["act"] != "undone"
                    try site.desk.setDone(key, isDone, comment: context.form["comment"], by: context.reviewer)
                    return isDone ? "Recorded as done." : "Recorded as not done."
                }
            }
        }
        for format in ExportFormat.allCases {
            router.get(RouterPath("/deadlines.\(format.rawValue)")) { request, context in
                try await site.answer {
                    let rows = try all(FormBody(request.uri.query ?? ""))
                    return try site.export(rows, format, "deadlines", recordedAs: "deadlines", context)
                }
            }
        }
        router.get("/deadlines.ics") { request, context in
            try await site.answer {
                let rows = try all(FormBody(request.uri.query ?? ""))
                try site.recordExport(of: "deadlines", count: rows.count, context)
                let calendar = ByteBuffer(string: CalendarText.text(rows))
                return .download(calendar, type: "text/calendar; charset=utf-8", name: "deadlines.ics")
            }
        }
    }

    private func all(_ form: FormBody) throws -> [DeadlineRow] {
        let filter = try DeadlineQuery(form).filter
        return try Site.all { place in
            let page = try site.desk.deadlines(filter, after: place, most: 1000)
            return (page.rows, page.next)
        }
    }
}
