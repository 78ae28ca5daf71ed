import AnomalyRules
import Determinations
package import Register

extension ReviewDesk {
    /// How many findings are grouped at the most where a case or words are asked for.
    private static var mostGrouped: Int { 10_000 }

    /// A page of findings, the most severe first.
    /// - Parameters:
    ///   - filter: Which; by default those that somebody has to look at.
    ///   - after: Where the page before ended.
    ///   - most: How many at the most, 1 to 1000.
    package func anomalies(
        _ filter: FindingFilter = FindingFilter(), after: FindingPlace? = nil, most: Int = 50
    ) throws(ReviewFailure) -> AnomalyPage {
        let most = min(max(most, 1), 1000)
        return try register.read { register in
            let found = try register.findings(filter, after: after, most: most + 1)
            var letters: [Int: RegisteredLetter] = [:]
            var rows: [AnomalyRow] = []
            for finding in found.prefix(most) {
                let number = finding.key.letter
                guard let letter = try letters[number] ?? register.letter(number) else { continue }
                letters[number] = letter
                rows.append(AnomalyRow(finding: finding, letter: letter))
            }
            return AnomalyPage(rows: rows, next: found.count > most ? rows.last?.finding.place : nil)
        }
    }

    /// The findings by rule, the most severe rules first, then those with the most findings.
    ///
    /// The days of the filter bound what is counted; with a case or words the newest 10,000 findings are.
    package func anomalyGroups(_ filter: FindingFilter = FindingFilter()) throws(ReviewFailure) -> [AnomalyGroup] {
        let counts = try register.read { register in
            guard filter.caseNumber != nil || filter.words != nil else {
                return try register.findingCounts(filter.days)
            }
            return try register.findings(filter, most: Self.mostGrouped).map {
                FindingCount(code: $0.finding.code, severity: $0.finding.severity, state: $0.state, number: 1)
            }
        }
        let wanted = counts.filter { count in
            filter.severities.contains(count.severity) && filter.states.contains(count.state)
                && (filter.codes.isEmpty || filter.codes.contains(count.code))
        }
        return AnomalyGroup.groups(of: wanted)
    }

    /// One line that says which letters were not looked at for the words of a filter; nil when all were, or no words are asked for.
    package func searchNote(_ filter: FindingFilter) throws(ReviewFailure) -> String? {
        if filter.words == nil { return nil }
        return try register.read { register in
            if try register.leavesOut(filter) {
                let most = filter.mostLetters
                return "more than \(most) letters have these words, and only the newest are looked at; days show others"
            }
            return LetterPage.note(unsearched: try register.unindexedCount(most: LetterPage.mostUnsearched))
        }
    }
}

extension AnomalyGroup {
    static func groups(of counts: [FindingCount]) -> [AnomalyGroup] {
        Dictionary(grouping: counts, by: \.code).map { code, counts in
            AnomalyGroup(
                code: code, name: RulePage(of: code)?.name ?? code, severity: counts.map(\.severity).max() ?? .info,
                numbers: counts.reduce(into: [:]) { $0[$1.state, default: 0] += $1.number })
        }.sorted { ($1.severity, $1.total, $0.code) < ($0.severity, $0.total, $1.code) }
    }
}

extension RegisteredFinding {
    /// Its place in a list of findings.
    package var place: FindingPlace { FindingPlace(severity: finding.severity, key: key) }
}
