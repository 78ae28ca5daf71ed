import Determinations
import LetterText
package import Register

extension ReviewDesk {
    /// Everything about a letter.
    /// - Throws: `notFound` when no letter has that name.
    package func letter(_ name: LetterName) throws(ReviewFailure) -> LetterView {
        let view = try register.read { register in
            guard let letter = try Self.find(name, in: register) else { throw Self.unknown(name) }
            let reviews = try register.reviews(of: letter.sequence)
            let findings = try register.findings(of: letter.sequence)
            let items = try register.items(of: letter.sequence)
            let others = try letter.caseNumber.map { try register.letters(ofCase: $0) } ?? []
            let deadlines = try register.deadlines(of: letter.sequence)
            return (letter, reviews, findings, items, others, deadlines)
        }
        let (letter, reviews, findings, items, others, deadlines) = view
        let (text, problem) = text(of: letter)
        return LetterView(
            letter: letter, items: items,
            findings: findings.map { finding in
                ReviewedFinding(finding: finding, reviews: reviews.filter { $0.finding == finding.key })
            },
            reviews: reviews.filter { $0.finding == nil },
            deadlines: deadlines.map { deadline in
                row(deadline, letter, items.first { $0.key == deadline.key })
            },
            otherLetters: others.filter { $0.sequence != letter.sequence },
            text: text.map { MarkedText($0, findings: findings) }, textProblem: problem)
    }

    /// One finding with its letter.
    /// - Throws: `notFound` when there is none with that key.
    package func anomaly(_ key: RowKey) throws(ReviewFailure) -> AnomalyRow {
        try register.read { register in
            guard let finding = try register.finding(key), let letter = try register.letter(key.letter) else {
                throw ReviewFailure(.notFound, "there is no finding \(key); \"imrd anomalies\" lists them")
            }
            return AnomalyRow(finding: finding, letter: letter)
        }
    }

    /// Letters, the newest first.
    /// - Parameters:
    ///   - filter: Which.
    ///   - before: Where the page before ended.
    ///   - most: How many at the most, 1 to 1000.
    package func letters(
        _ filter: LetterFilter = LetterFilter(), before: Int? = nil, most: Int = 50
    ) throws(ReviewFailure) -> LetterPage {
        let most = min(max(most, 1), 1000)
        return try register.read { register in
            let found = try register.letters(filter, before: before, most: most + 1)
            let rows = try found.prefix(most).map { try Self.row($0, register) }
            return LetterPage(
                rows: rows, next: found.count > most ? rows.last?.letter.sequence : nil,
                unsearched: filter.words == nil ? 0 : try register.unindexedCount(most: LetterPage.mostUnsearched))
        }
    }

    /// The path of a letter's original in the file system, to read and hand out as it is.
    package func original(of letter: RegisteredLetter) -> String { sources.archive + "/" + letter.path }

    static func row(_ letter: RegisteredLetter, _ register: Register) throws -> LetterRow {
        let pending = try register.findings(of: letter.sequence).filter(\.state.isPending)
        return LetterRow(
            letter: letter, items: try register.items(of: letter.sequence),
            pending: pending.reduce(into: [:]) { $0[$1.finding.severity, default: 0] += 1 })
    }

    private static func find(_ name: LetterName, in register: Register) throws -> RegisteredLetter? {
        switch name {
        case .number(let number): try register.letter(number)
        case .arrival(let arrival): try register.letter(arrival: arrival.description)
        case .caseNumber(let number): try register.letters(ofCase: number.description).last
        }
    }

    private static func unknown(_ name: LetterName) -> ReviewFailure {
        let text =
            switch name {
            case .number(let number): "number \(number)"
            case .arrival(let arrival): "arrival \(arrival)"
            case .caseNumber(let number): "case \(number)"
            }
        return ReviewFailure(.notFound, "no letter with \(text) was filed; \"imrd letters\" finds letters")
    }

    private func text(of letter: RegisteredLetter) -> ([UInt8]?, problem: String?) {
        do {
            return (try FiledText.bytes(of: letter.path, in: sources.archive), nil)
        } catch {
            return (nil, "the letter's text cannot be read (\(error)); run \"imrd verify\"")
        }
    }
}
