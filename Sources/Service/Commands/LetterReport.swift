import Determinations
import LetterText
import Records

/// A letter as `imrd check` shows it to a person.
enum LetterReport {
    static func text(_ name: String, _ letter: AssessedLetter, worst: Severity?) -> String {
        var lines = ["\(name): \(summary(letter))"]
        for item in letter.records.flatMap({ $0["items"]?.elements ?? [] }) {
            let number = item["number"]?.integer ?? 0
            let treatment = shortened(item["requestInDispute"]?.text ?? "")
            lines.append("  \(number). \(item["decision"]?.text ?? "no decision"): \(treatment)")
        }
        lines += letter.findings.filter { $0.severity > .info }.map(line)
        return lines.joined(separator: "\n")
    }

    static func text(_ name: String, _ file: HeldFile) -> String {
        "\(name): no letter\n" + line(file.finding)
    }

    private static func summary(_ letter: AssessedLetter) -> String {
        let items = letter.determinations.flatMap(\.items)
        let upheld = items.count { $0.decision?.value == .upheld }
        let overturned = items.count { $0.decision?.value == .overturned }
        let number = letter.caseNumber.map { "\($0)" } ?? "case unknown"
        let reading = letter.text.isRecognized ? " (read by OCR)" : ""
        return "\(number), \(upheld) upheld, \(overturned) overturned\(reading)"
    }

    private static func line(_ finding: Finding) -> String {
        let place = finding.evidence.first.map { " (line \($0.line))" } ?? ""
        return "  \(finding.severity.rawValue) \(finding.code): \(Terminal.safe(finding.message))\(place)"
    }

    private static func shortened(_ text: String) -> String {
        Terminal.safe(text.count > 100 ? text.prefix(99) + "…" : text)
    }
}
