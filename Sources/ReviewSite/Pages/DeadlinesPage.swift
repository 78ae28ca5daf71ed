import Deadlines
import Review

/// What fills the page of deadlines.
struct DeadlinesPage {
    struct Section {
        let identifier: String
        let name: String
        let figure: String
        let rows: [DueLine]
    }

    let summary: String
    let exports: [ExportLink]
    let tabs: [Tab]
    let hasSections: Bool
    let sections: [Section]
    let emptiness: String
    let hasPages: Bool
    let previous: String?
    let next: String?
    let back: String

    init(_ asked: DeadlineQuery, _ page: DeadlinePage, _ due: (overdue: Int, soon: Int), _ wording: Wording) {
        summary = "\(Wording.number(due.overdue)) overdue, \(Wording.number(due.soon)) due within a week"
        exports = ExportLink.all("/deadlines", asked.query.text, calendar: true)
        tabs = [(nil, "To be done"), ("done", "Done"), ("petitions", "Petitions")].map { view, name in
            Tab(
                address: asked.query.with("view", view).address("/deadlines"), name: name,
                isHere: asked.query["view"] == view)
        }
        sections = Self.sections(page.rows, asked.filter.isDone, wording)
        hasSections = !sections.isEmpty
        emptiness = asked.filter.isDone ? "Nothing was done yet." : "Nothing has to be authorized or paid."
        let here = asked.query.address("/deadlines")
        previous = asked.after == nil ? nil : here
        next = page.next.map { asked.query.with("after", $0.description).address("/deadlines") }
        hasPages = previous != nil || next != nil
        back = asked.after.map { asked.query.with("after", $0.description).address("/deadlines") } ?? here
    }

    private static func sections(_ rows: [DeadlineRow], _ isDone: Bool, _ wording: Wording) -> [Section] {
        let kinds: [(identifier: String, name: String, isIn: (DeadlineRow) -> Bool)] =
            isDone
            ? [("done", "Done", { _ in true })]
            : [
                ("late", "Overdue", { $0.daysLeft < 0 }), ("week", "Within a week", { (0...7).contains($0.daysLeft) }),
                ("later", "Later", { $0.daysLeft > 7 }),
            ]
        return kinds.compactMap { kind in
            let lines = rows.filter(kind.isIn).map { DueLine($0, wording) }
            if lines.isEmpty { return nil }
            return Section(
                identifier: kind.identifier, name: kind.name, figure: Wording.number(lines.count), rows: lines)
        }
    }
}
