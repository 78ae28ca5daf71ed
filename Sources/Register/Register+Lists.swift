package import Determinations
import GRDB

extension Register {
    /// Letters, the newest first.
    /// - Parameters:
    ///   - filter: Which.
    ///   - before: The number of the last letter of the page before; nil for the first page.
    ///   - most: How many at the most.
    package func letters(
        _ filter: LetterFilter, before: Int? = nil, most: Int
    ) throws(RegisterFailure) -> [RegisteredLetter] {
        try read { database in
            // With words, the index of words is gone through from its newest letter.
            let (source, order) =
                filter.words == nil
                ? ("letters", "letters.seq") : ("texts CROSS JOIN letters ON letters.seq = texts.rowid", "texts.rowid")
            var query = Query()
            if let words = filter.words { query.add("texts MATCH ?", words.expression) }
            if let before { query.add("\(order) < ?", before) }
            if let days = filter.days {
                guard let range = try Self.letters(on: days, database) else { return [] }
                query.add("\(order) BETWEEN ? AND ?", range.lowerBound, range.upperBound)
                query.add("day BETWEEN ? AND ?", days.firstText, days.lastText)
            }
            if let number = filter.caseNumber { query.add("case_number = ?", number) }
            switch filter.outcome {
            case .overturned: query.add("overturned > 0")
            case .upheld: query.add("upheld > 0 AND overturned = 0")
            case .mixed: query.add("upheld > 0 AND overturned > 0")
            case nil: break
            }
            return try query.rows(database, "SELECT letters.* FROM \(source)", "ORDER BY \(order) DESC LIMIT \(most)")
                .map { RegisteredLetter($0) }
        }
    }

    /// Findings, the most severe first, of one severity the newest letter first, of one letter in their order.
    /// - Parameters:
    ///   - filter: Which.
    ///   - after: The last finding of the page before; nil for the first page.
    ///   - most: How many at the most.
    package func findings(
        _ filter: FindingFilter, after: FindingPlace? = nil, most: Int
    ) throws(RegisterFailure) -> [RegisteredFinding] {
        try read { database in
            guard let letters = try Self.letters(of: filter, database) else { return [] }
            var found: [RegisteredFinding] = []
            for severity in filter.severities.sorted(by: >) where severity <= after?.severity ?? .held {
                // Each code and state has the findings of a severity in the order of the index: the first of each, merged.
                var next: [RegisteredFinding] = []
                for state in filter.states {
                    for code in filter.codes.isEmpty ? [nil] : filter.codes.map(Optional.some) {
                        var query = Query()
                        if let code { query.add("code = ?", code) }
                        query.add("state = ? AND rank = ?", state.rawValue, severity.row)
                        let start = after.flatMap { $0.severity == severity ? $0.key : nil }
                        next += try query.findings(database, filter, letters, after: start, most: most - found.count)
                    }
                }
                found += next.sorted { ($1.key.letter, $0.key.place) < ($0.key.letter, $1.key.place) }.prefix(
                    most - found.count)
                if found.count == most { break }
            }
            return found
        }
    }

    /// Whether letters that hold the words of a filter are not looked at, because newer ones are as many as it allows.
    package func leavesOut(_ filter: FindingFilter) throws(RegisterFailure) -> Bool {
        guard let words = filter.words else { return false }
        return try read { database in
            guard let letters = try Self.letters(of: filter, database) else { return false }
            let found = "SELECT 1 FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ? LIMIT 1 OFFSET ?"
            let further = try Int.fetchOne(
                database.cachedStatement(sql: found),
                arguments: [words.expression, letters.lowerBound, letters.upperBound, filter.mostLetters])
            return further != nil
        }
    }

    /// The numbers between which the letters of a filter's days lie; nil when there are none.
    private static func letters(of filter: FindingFilter, _ database: Database) throws -> ClosedRange<Int>? {
        guard let days = filter.days else { return 0...RowKey.largestLetter }
        return try letters(on: days, database)
    }

    /// The numbers between which the letters of some days lie; nil when there are none.
    static func letters(on days: DayRange, _ database: Database) throws -> ClosedRange<Int>? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT min(first) AS first, max(last) AS last FROM arrival_counts
                    WHERE event = 'filed' AND day BETWEEN ? AND ?
                    """), arguments: [days.firstText, days.lastText])
        guard let first = row?["first"] as Int?, let last = row?["last"] as Int? else { return nil }
        return first...last
    }
}

/// Where a list of findings goes on: after this one.
package struct FindingPlace: Hashable, Sendable {
    /// Its severity.
    package let severity: Severity
    /// The finding.
    package let key: RowKey

    /// A place in a list.
    package init(severity: Severity, key: RowKey) {
        self.severity = severity
        self.key = key
    }
}

extension Query {
    /// The newest findings that meet the conditions and the filter's case, days and words.
    fileprivate func findings(
        _ database: Database, _ filter: FindingFilter, _ letters: ClosedRange<Int>, after: RowKey?, most: Int
    ) throws -> [RegisteredFinding] {
        var query = self
        let letter = RowKey.letter(of: "findings.id")
        let newest = min(letters.upperBound, after?.letter ?? letters.upperBound)
        query.add("\(letter) BETWEEN ? AND ?", letters.lowerBound, newest)
        if let after { query.add("(\(letter) < ? OR findings.id > ?)", after.letter, after.id) }
        var source = "findings"
        if filter.days != nil || filter.caseNumber != nil || filter.words != nil {
            // Few letters have the case or the words: they are found first, and then their findings by their key alone.
            source =
                filter.caseNumber == nil && filter.words == nil
                ? "findings JOIN letters ON letters.seq = \(letter)"
                : "letters CROSS JOIN findings NOT INDEXED ON \(RowKey.stands("findings.id", in: "letters.seq"))"
        }
        if let days = filter.days { query.add("day BETWEEN ? AND ?", days.firstText, days.lastText) }
        if let number = filter.caseNumber { query.add("case_number = ?", number) }
        if let words = filter.words {
            query.add(
                """
                letters.seq IN (SELECT rowid FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ?
                ORDER BY rowid DESC LIMIT \(filter.mostLetters))
                """, words.expression, letters.lowerBound, letters.upperBound)
        }
        return try query.rows(
            database, "SELECT findings.* FROM \(source)", "ORDER BY \(letter) DESC, findings.id LIMIT \(most)"
        ).map { RegisteredFinding($0) }
    }
}
