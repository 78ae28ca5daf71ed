import AnomalyRules
import Determinations
import Register
import Review

/// What fills the page of anomalies.
struct AnomaliesPage {
    struct Group {
        let severity: String
        let code: String
        let name: String
        let findings: String
        let states: String
        let address: String
    }

    let summary: String
    let note: String?
    let exports: [ExportLink]
    let selections: [Selection]
    let caseNumber: String
    let from: String
    let to: String
    let isFiltered: Bool
    let tabs: [Tab]
    let hasGroups: Bool
    let groups: [Group]
    let hasFindings: Bool
    let findings: [FindingLine]
    let isEmpty: Bool
    let emptiness: String
    let hasPages: Bool
    let previous: String?
    let next: String?
    let canAct: Bool
    let scope: String?
    let filter: String
    let back: String
    let identifier = "bulk"
    let reasons = Option.reasons

    /// - Parameters:
    ///   - asked: What the address asks for.
    ///   - groups: All findings of the filter by rule.
    ///   - page: The findings of this page; nil on the grouped view.
    ///   - note: What was not looked at.
    ///   - after: Where this page begins; nil for the first one.
    init(
        _ asked: AnomalyQuery, _ all: [AnomalyGroup], _ page: AnomalyPage?, note: String?, after: String?,
        _ wording: Wording
    ) {
        self.note = note
        let total = all.map(\.total).reduce(0, +)
        let plain = asked.query.with("view", nil)
        summary = Wording.count(total, "finding") + (asked.words.isEmpty ? " to be looked at" : " " + asked.words)
        exports = ExportLink.all("/anomalies", plain.text)
        selections = Self.selections(asked)
        caseNumber = asked.query["case"] ?? ""
        from = asked.query["from"] ?? ""
        to = asked.query["to"] ?? ""
        isFiltered = asked.isFiltered
        tabs = Self.tabs(asked, all)
        groups = page == nil ? all.map { Group($0, asked) } : []
        hasGroups = !groups.isEmpty
        findings = page?.rows.map { FindingLine($0, wording, canTick: true) } ?? []
        hasFindings = !findings.isEmpty
        isEmpty = groups.isEmpty && findings.isEmpty
        emptiness = asked.isFiltered ? "No finding fits this filter." : "No open finding. Well done."
        let here = asked.query.address("/anomalies")
        previous = after == nil ? nil : here
        next = page?.next.map { asked.query.with("after", $0.description).address("/anomalies") }
        hasPages = previous != nil || next != nil
        canAct = hasFindings
        scope =
            total > findings.count
            ? "all \(Wording.count(total, "finding")) of this list\(asked.words.isEmpty ? "" : ": " + asked.words)"
            : nil
        filter = plain.text
        back = after.map { asked.query.with("after", $0).address("/anomalies") } ?? here
    }

    private static func selections(_ asked: AnomalyQuery) -> [Selection] {
        func options(_ name: String, _ first: Option, _ rest: [(value: String, text: String)]) -> [Option] {
            [first] + rest.map { Option(value: $0.value, text: $0.text, isChosen: asked.query[name] == $0.value) }
        }
        let severities = [Severity.error, .warning, .notice, .info].map { ($0.rawValue, $0.rawValue) }
        let states = FindingState.allCases.map { ($0.rawValue, $0.rawValue) } + [("all", "any state")]
        let rules = RulePage.all.sorted { $0.code < $1.code }.map { ($0.code, "\($0.code) \($0.name)") }
        return [
            Selection(
                name: "severity", label: "Severity",
                options: options("severity", Option(value: "", text: "all but info"), severities)),
            Selection(
                name: "state", label: "State",
                options: options("state", Option(value: "", text: "to be looked at"), states)),
            Selection(
                name: "rule", label: "Rule", options: options("rule", Option(value: "", text: "all rules"), rules)),
        ]
    }

    private static func tabs(_ asked: AnomalyQuery, _ all: [AnomalyGroup]) -> [Tab] {
        let plain = asked.query.with("view", nil)
        var tabs = [
            Tab(
                address: plain.with("severity", nil).address("/anomalies"), name: "All",
                isHere: !asked.isGrouped && asked.query["severity"] == nil)
        ]
        for severity in [Severity.error, .warning, .notice] {
            let number = all.filter { $0.severity == severity }.map(\.total).reduce(0, +)
            tabs.append(
                Tab(
                    address: plain.with("severity", severity.rawValue).address("/anomalies"), name: severity.rawValue,
                    isHere: !asked.isGrouped && asked.query["severity"] == severity.rawValue,
                    figure: number > 0 ? Wording.number(number) : nil, shape: severity.rawValue))
        }
        return tabs + [
            Tab(
                address: asked.query.with("view", "grouped").address("/anomalies"), name: "Grouped by rule",
                isHere: asked.isGrouped)
        ]
    }
}

extension AnomaliesPage.Group {
    init(_ group: AnomalyGroup, _ asked: AnomalyQuery) {
        severity = group.severity.rawValue
        code = group.code
        name = group.name
        findings = Wording.number(group.total)
        states = FindingState.allCases.compactMap { state in
            group.numbers[state].map { "\(Wording.number($0)) \(state.rawValue)" }
        }.joined(separator: ", ")
        address = asked.query.with("view", nil).with("rule", group.code).address("/anomalies")
    }
}

extension Option {
    /// The reasons for which a finding may be dismissed.
    static let reasons = DismissalReason.allCases.map { Option(value: $0.rawValue, text: text(of: $0)) }

    private static func text(of reason: DismissalReason) -> String {
        switch reason {
        case .falseAlarm: "False alarm"
        case .known: "Known already"
        case .duplicate: "Duplicate"
        case .other: "Other: see the comment"
        }
    }
}
