import AnomalyRules
import Determinations
import LetterGenerator
import LetterReading

/// Does every harm to every letter, and counts what is found.
package struct Bench: Sendable {
    /// The seed of all chance.
    let seed: UInt64
    /// The class of which examples are kept; `unharmed` for false alarms.
    let exampleClass: String?
    /// Nothing in a letter lies after this day.
    private let today = CalendarDate(daysSinceEpoch: 20_778)

    /// A bench.
    package init(seed: UInt64, exampleClass: String? = nil) {
        self.seed = seed
        self.exampleClass = exampleClass
    }

    /// The findings in a text; the finding of a holding rule when it is no letter.
    func findings(_ text: [UInt8]) -> [Finding] {
        do {
            let read = try LetterReader.read(text)
            return read.determinations.flatMap {
                RuleCatalogue.check(
                    CheckedLetter(words: read.words, determination: $0, today: today, history: .empty))
            }
        } catch {
            return [
                Finding(
                    code: "S08", name: "not-a-determination", severity: .held, message: "\(error.anchors) anchors",
                    expected: "", found: "")
            ]
        }
    }

    /// Harms letters one after the other.
    package func run(_ specimens: some Sequence<Specimen>) -> BenchReport {
        var report = BenchReport()
        var previous: Specimen?
        for specimen in specimens {
            for (index, (form, letter)) in specimen.forms.enumerated() {
                let before = findings(letter.text)
                report.addUnharmed(form: form)
                addFalseAlarms(before, specimen, form, letter, to: &report)
                for (harmIndex, harm) in HarmCatalogue.harms.enumerated() {
                    var chance = Chance(
                        seed: seed &+ UInt64(index) &* 1009 &+ UInt64(harmIndex) &* 100_003,
                        stream: UInt64(specimen.number))
                    for _ in 0..<harm.times {
                        guard let harmed = harm.act(letter, &chance) else { continue }
                        judge(harmed, harm.name, harm.codes, before, "\(specimen.name) \(form)", form, to: &report)
                    }
                }
                if let other = previous?.forms.first(where: { $0.form == form })?.letter {
                    let joined = HarmedText(other.text + letter.text, at: other.text.count, "joined")
                    judge(
                        joined, HarmCatalogue.joined, ["S09"], before, "\(specimen.name) \(form)", form, to: &report)
                }
            }
            previous = specimen
        }
        return report
    }

    /// Checks texts that are no letters.
    package func run(nonLetters: [(kind: String, text: [UInt8])]) -> BenchReport {
        var report = BenchReport()
        for (kind, text) in nonLetters {
            judge(
                HarmedText(text, at: 0, kind), HarmCatalogue.noLetter, ["S08"], [], kind, kind, to: &report)
        }
        return report
    }

    private func judge(
        _ harmed: HarmedText, _ name: String, _ codes: Set<String>, _ before: [Finding], _ letter: String, _ form: String,
        to report: inout BenchReport
    ) {
        let after = findings(harmed.text)
        func count(_ findings: [Finding], where isMeant: (Finding) -> Bool) -> Int { findings.count(where: isMeant) }
        let isMeant = { (finding: Finding) in
            codes.contains(finding.code) && (harmed.item == nil || finding.item == nil || finding.item == harmed.item)
        }
        let isGrave = { (finding: Finding) in finding.severity >= .warning }
        var outcome = Outcome()
        outcome.done = 1
        outcome.found = count(after, where: isMeant) > count(before, where: isMeant) ? 1 : 0
        outcome.noticed = outcome.found == 1 || count(after, where: isGrave) > count(before, where: isGrave) ? 1 : 0
        report.add(outcome, to: name, form: form)
        if outcome.found == 0, let exampleClass, name.hasPrefix(exampleClass) {
            report.add(example(name, letter, harmed, after))
        }
    }

    private func addFalseAlarms(
        _ findings: [Finding], _ specimen: Specimen, _ form: String, _ letter: MarkedLetter, to report: inout BenchReport
    ) {
        let isHeaderGone = letter.place(.headerLabel(.caseNumber)) == nil
        for finding in findings where finding.severity >= .warning {
            if specimen.rightFindings.contains(finding.code) || (finding.code == "S02" && isHeaderGone) { continue }
            report.addFalseAlarm("\(finding.severity) \(finding.code) \(finding.name)", form: form)
            if exampleClass == "unharmed" {
                let offset = finding.evidence.last?.range.start ?? 0
                let harmed = HarmedText(letter.text, at: offset, "unharmed", item: finding.item)
                report.add(example("unharmed \(finding.code)", "\(specimen.name) \(form)", harmed, [finding]))
            }
        }
    }

    private func example(_ name: String, _ letter: String, _ harmed: HarmedText, _ findings: [Finding]) -> Example {
        let start = max(0, harmed.offset - 240)
        let end = min(harmed.text.count, harmed.offset + 240)
        let text =
            String(decoding: harmed.text[start..<min(harmed.offset, end)], as: UTF8.self) + "⟦HERE⟧"
            + String(decoding: harmed.text[min(harmed.offset, end)..<end], as: UTF8.self)
        let note = harmed.note + (harmed.item.map { ", item \($0)" } ?? "")
        return Example(
            name: name, letter: letter, note: note, text: text,
            findings: findings.map { finding in
                "\(finding.code) \(finding.severity)\(finding.item.map { " item \($0)" } ?? ""): \(finding.message)"
                    + " [\(finding.found)]"
            })
    }
}
