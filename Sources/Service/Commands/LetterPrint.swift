import Deadlines
import Determinations
import Records
import Register
import Review

/// A letter on paper or on a terminal: what it says, what is due, what is wrong with it, and its text with each finding marked.
///
/// Evidence of finding 41.2 stands between `[2:` and `]` in the text; where findings overlap, `[1,2:`.
struct LetterPrint {
    let view: LetterView
    let isColoured: Bool

    /// Everything.
    func lines() -> [String] {
        var lines = head()
        lines += ["", "Items"] + (view.items.isEmpty ? ["  none"] : view.items.map(item))
        if !view.deadlines.isEmpty { lines += ["", "Due"] + view.deadlines.map(deadline) }
        lines += ["", "Findings"]
        let findings = view.findings.filter { $0.finding.finding.severity > .info || !$0.reviews.isEmpty }
        lines += findings.isEmpty ? ["  none"] : findings.flatMap { finding($0.finding, $0.reviews).map { "  " + $0 } }
        let reviews = view.reviews.filter { $0.act != .viewed }
        if !reviews.isEmpty { lines += ["", "Done"] + reviews.map { "  " + review($0) } }
        lines += ["", "Text"]
        return lines + (view.text.map(text) ?? ["  " + Terminal.safe(view.textProblem ?? "none")])
    }

    /// A finding with its evidence and what was done about it.
    func finding(_ row: RegisteredFinding, _ reviews: [RegisteredReview]) -> [String] {
        let finding = row.finding
        let severity = finding.severity.rawValue
        let style = isColoured ? TerminalStyle.style(of: finding.severity) : nil
        let item = finding.item.map { ", item \($0)" } ?? ""
        var lines = [
            "\(row.key)  \(style?.applied(to: severity) ?? severity) \(Terminal.safe(finding.code)) "
                + "\(Terminal.safe(finding.name))\(item), \(row.state.rawValue)",
            "    " + PlainText.line(finding.message),
        ]
        if !finding.expected.isEmpty { lines.append("    expected: " + PlainText.line(finding.expected)) }
        if !finding.found.isEmpty { lines.append("    found: " + PlainText.line(finding.found)) }
        lines += finding.evidence.map { "    line \($0.line): " + PlainText.line($0.quote) }
        return lines + reviews.map { "    " + review($0) }
    }

    private func head() -> [String] {
        let letter = view.letter
        let facts = letter.facts
        func dates() -> String {
            (facts["dates"]?.members ?? []).compactMap { member in
                member.value.text.map { "\(member.key) \($0)" }
            }.joined(separator: ", ")
        }
        var lines = [
            "\(letter.caseNumber ?? "no case number"), letter \(letter.sequence), received \(letter.day)",
            "File      \(letter.name), \(letter.bytes) bytes" + (letter.source.map { ", from \($0)" } ?? ""),
            "Original  \(letter.path)", "Arrival   \(letter.arrival)",
            "Decided   \(letter.upheld) upheld, \(letter.overturned) overturned",
        ]
        if letter.receiptDay != letter.day { lines.append("Receipt   corrected to \(letter.receiptDay)") }
        if !dates().isEmpty { lines.append("Dates     \(dates())") }
        let specialties = (facts["reviewer"]?["certifications"]?.elements ?? []).compactMap(\.text)
        if !specialties.isEmpty { lines.append("Reviewer  \(specialties.joined(separator: ", "))") }
        if letter.isRecognized { lines.append("Read      by OCR: compare with the original") }
        if let copyOf = letter.copyOf { lines.append("Copy      the same text as letter \(copyOf)") }
        if !view.otherLetters.isEmpty {
            let others = view.otherLetters.map { "letter \($0.sequence), received \($0.day)" }
            lines.append("See also  \(others.joined(separator: "; "))")
        }
        return lines.map { PlainText.safe($0) }
    }

    private func item(_ item: RegisteredItem) -> String {
        PlainText.line("\(item.number). \(item.decision?.rawValue ?? "no decision"): \(item.request)").indented
    }

    private func deadline(_ row: DeadlineRow) -> String {
        let item = row.item.map { " item \($0.number)" } ?? ""
        let what = row.done.map { "done by \($0.actor) at \($0.time)" } ?? row.standing.text(row.daysLeft)
        return PlainText.line(
            "\(row.key)  \(row.due.kind.rawValue)\(item) by \(row.due.date), \(what): \(row.due.explanation)"
        ).indented
    }

    private func review(_ review: RegisteredReview) -> String {
        let further = [review.reason, review.detail, review.comment.map { "\"\($0)\"" }].compactMap(\.self)
        return PlainText.line(
            "\(review.time) \(review.actor): \(review.act.rawValue)"
                + (further.isEmpty ? "" : ", " + further.joined(separator: ", ")))
    }

    /// The text by lines, each with its number, marks in it.
    private func text(_ text: MarkedText) -> [String] {
        let whole = text.segments.map { segment in
            let shown = segment.text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            if segment.findings.isEmpty { return shown.safeLines.joined(separator: "\n") }
            let label = "[" + segment.findings.map { String($0.place) }.joined(separator: ",") + ":"
            return shown.safeLines.map { line in
                // Each line of a mark is marked by itself, so that a coloured one ends where its line ends.
                line.isEmpty ? line : mark(label + line + "]")
            }.joined(separator: "\n")
        }.joined()
        let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
        let digits = String(lines.count).count
        return lines.enumerated().map { index, line in
            let number = String(index + 1)
            return String(repeating: " ", count: digits - number.count + 2) + number + (line.isEmpty ? "" : "  \(line)")
        }
    }

    private func mark(_ text: String) -> String { isColoured ? TerminalStyle.bold.applied(to: text) : text }
}

extension DeadlineRow.Standing {
    /// How it stands, with the days that are left.
    func text(_ daysLeft: Int) -> String {
        switch self {
        case .overdue: "\(-daysLeft) day\(daysLeft == -1 ? "" : "s") overdue"
        case .today: "today"
        case .ahead: "in \(daysLeft) day\(daysLeft == 1 ? "" : "s")"
        case .done: "done"
        }
    }
}

extension String {
    fileprivate var indented: String { "  " + self }

    /// The lines of a text, each safe to show.
    fileprivate var safeLines: [String] {
        split(separator: "\n", omittingEmptySubsequences: false).map { PlainText.safe($0) }
    }
}
