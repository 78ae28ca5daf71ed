import Determinations
import Review

/// What fills the page of statistics; the charts are drawn here, in SVG.
struct StatisticsPage {
    struct Chart {
        let identifier: String
        let name: String
        let note: String
        let hasTwo: Bool
        let firstName: String
        let secondName: String
        let bars: [Bar]
    }

    /// A row of a chart; the lengths are of a thousand.
    struct Bar {
        let label: String
        let first: Int
        let second: Int
        let text: String
    }

    let summary: String
    let exports: [ExportLink]
    let tabs: [Tab]
    let days: DayChart?
    let charts: [Chart]

    init(_ statistics: Statistics, _ asked: StatisticsQuery, _ wording: Wording) {
        let letters = statistics.days.reduce(0) { $0 + $1.letters }
        let upheld = statistics.days.reduce(0) { $0 + $1.upheld }
        let overturned = statistics.days.reduce(0) { $0 + $1.overturned }
        summary =
            "\(Wording.count(letters, "letter")), \(Wording.number(upheld)) items upheld, "
            + "\(Wording.number(overturned)) overturned"
        exports = ExportLink.all("/statistics", asked.query.text)
        tabs = StatisticsQuery.spans.map { days, name in
            Tab(
                address: days.map { "/statistics?days=\($0)" } ?? "/statistics?days=all", name: name,
                isHere: asked.days == days)
        }
        days = DayChart(statistics.days, asked.first, wording)
        charts = [Self.categories(statistics.categories), Self.rules(statistics.rules)].compactMap { $0 }
    }

    private static func categories(_ categories: [Statistics.Category]) -> Chart? {
        let shown = categories.prefix(12)
        guard let most = shown.map({ $0.upheld + $0.overturned }).max(), most > 0 else { return nil }
        return Chart(
            identifier: "categories", name: "Outcomes by category", note: "items", hasTwo: true, firstName: "upheld",
            secondName: "overturned",
            bars: shown.map { category in
                Bar(
                    label: category.category.isEmpty ? "not recognised" : category.category,
                    first: category.upheld * 1000 / most, second: category.overturned * 1000 / most,
                    text: "\(Wording.number(category.upheld)) : \(Wording.number(category.overturned))")
            })
    }

    private static func rules(_ groups: [AnomalyGroup]) -> Chart? {
        let shown = groups.sorted { $0.total > $1.total }.prefix(20)
        guard let most = shown.first?.total, most > 0 else { return nil }
        return Chart(
            identifier: "rules", name: "Findings by rule", note: "in any state", hasTwo: false, firstName: "",
            secondName: "",
            bars: shown.map { group in
                Bar(
                    label: "\(group.code) \(group.name)", first: group.total * 1000 / most, second: 0,
                    text: Wording.number(group.total))
            })
    }
}
