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
                    let list = try list(FormBody(request.uri.query ?? ""))
                    return try site.export(list, format, "deadlines", recordedAs: "deadlines", context)
                }
            }
        }
        router.get("/deadlines.ics") { request, context in
            try await site.answer {
                let list = try list(FormBody(request.uri.query ?? ""))
                try site.recordExport(of: "deadlines", count: try list.count(), context)
                let calendar = list.body(head: CalendarText.head, tail: CalendarText.tail, site) { rows, _ in
                    ByteBuffer(string: CalendarText.events(rows))
                }
                return Response.download(calendar, type: "text/calendar; charset=utf-8", name: "deadlines.ics")
            }
        }
    }

    private func list(_ form: FormBody) throws -> PagedList<DeadlineRow, DeadlinePlace> {
        let filter = try DeadlineQuery(form).filter
        return PagedList { place, most in
            let page = try site.desk.deadlines(filter, after: place, most: most)
            return (page.rows, page.next)
        }
    }
}
