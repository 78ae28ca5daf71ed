import AnomalyRules
package import Determinations
import LetterGenerator
import LetterReading
import LetterText

/// Does every harm to every letter, and counts what is found.
package struct Bench: Sendable {
    /// The seed of all chance.
    let seed: UInt64
    /// The class of which examples are kept; `unharmed` for false alarms.
    let exampleClass: String?
    private let extractor = TextExtractor(pdftotext: nil)
    /// Nothing in a letter lies after this day.
    private let today = CalendarDate(daysSinceEpoch: 20_778)

    /// A bench.
    package init(seed: UInt64, exampleClass: String? = nil) {
        self.seed = seed
        self.exampleClass = exampleClass
    }

    /// The findings in a file, the way the daemon takes it: decode, read, check; one finding when it would be held.
    package func findings(_ file: [UInt8]) async -> [Finding] {
        guard let text = try? await extractor.text(of: file) else { return [Self.held("no text")] }
        guard let read = try? LetterReader.read(text.bytes) else { return [Self.held("no letter")] }
        return read.determinations.enumerated().flatMap { position, determination in
            RuleCatalogue.check(
                CheckedLetter(
                    words: read.words, determination: determination, today: today, history: .empty,
                    numberInFile: position + 1, lettersInFile: read.determinations.count, damage: text.damage))
        }
    }

    private static func held(_ reason: String) -> Finding {
        Finding(
            code: HarmCatalogue.held, name: "held", severity: .held, message: reason, expected: "a letter",
            found: reason)
    }

    /// Harms letters, a chunk in each task; the figures do not depend on how the tasks are run.
    /// - Parameters:
    ///   - count: The number of letters.
    ///   - chunk: How many of them one task takes.
    ///   - specimen: Gives the letter of a number from 0.
    package func run(
        count: Int, chunk: Int = 50, _ specimen: @escaping @Sendable (Int) -> Specimen
    ) async -> BenchReport {
        await withTaskGroup(of: (start: Int, report: BenchReport).self) { group in
            for start in stride(from: 0, to: count, by: chunk) {
                group.addTask { (start, await run((start..<min(start + chunk, count)).lazy.map(specimen))) }
            }
            var reports: [(start: Int, report: BenchReport)] = []
            for await report in group { reports.append(report) }
            return reports.sorted { $0.start < $1.start }.reduce(into: BenchReport()) { $0.merge($1.report) }
        }
    }

    /// Harms letters one after the other.
    package func run(_ specimens: some Sequence<Specimen>) async -> BenchReport {
        var report = BenchReport()
        var previous: Specimen?
        for specimen in specimens {
            for (index, (form, letter)) in specimen.forms.enumerated() {
                let before = await findings(letter.text)
                report.addUnharmed(form: form)
                addFalseAlarms(before, specimen, form, letter, to: &report)
                for (harmIndex, harm) in HarmCatalogue.harms.enumerated() {
                    var chance = Chance(
                        seed: seed &+ UInt64(index) &* 1009 &+ UInt64(harmIndex) &* 100_003,
                        stream: UInt64(specimen.number))
                    for _ in 0..<harm.times {
                        guard let harmed = harm.act(letter, &chance) else { continue }
                        let isFound = await judge(
                            harmed, harm.name, harm.codes, before, "\(specimen.name) \(form)", form, to: &report)
                        if harm.name.hasPrefix(ItemHarms.flip), let item = harmed.item, item <= specimen.wordings.count
                        {
                            report.addWording(specimen.wordings[item - 1], flips: 1, missed: isFound ? 0 : 1)
                        }
                    }
                }
                if let other = previous?.forms.first(where: { $0.form == form })?.letter {
                    let joined = HarmedText(other.text + letter.text, at: other.text.count, "joined")
                    await judge(
                        joined, HarmCatalogue.joined, ["S09"], before, "\(specimen.name) \(form)", form, to: &report)
                }
            }
            previous = specimen
        }
        return report
    }

    /// Checks texts that are no letters.
    package func run(nonLetters: [(kind: String, text: [UInt8])]) async -> BenchReport {
        var report = BenchReport()
        for (kind, text) in nonLetters {
            await judge(
                HarmedText(text, at: 0, kind), HarmCatalogue.noLetter, [HarmCatalogue.held], [], kind, kind, to: &report
            )
        }
        return report
    }

    @discardableResult
    private func judge(
        _ harmed: HarmedText, _ name: String, _ codes: Set<String>, _ before: [Finding], _ letter: String,
        _ form: String,
        to report: inout BenchReport
    ) async -> Bool {
        let after = await findings(harmed.text)
        // What was found before at another offset is not new.
        let new = after.filter { finding in
            !before.contains {
                ($0.code, $0.item, $0.message, $0.found) == (finding.code, finding.item, finding.message, finding.found)
                    && $0.evidence.count == finding.evidence.count
            }
        }
        var outcome = Outcome()
        outcome.done = 1
        let isFound = new.contains {
            codes.contains($0.code) && (harmed.item == nil || $0.item == nil || $0.item == harmed.item)
        }
        outcome.found = isFound ? 1 : 0
        outcome.noticed = isFound || new.contains { $0.severity >= .warning } ? 1 : 0
        report.add(outcome, to: name, form: form)
        if outcome.found == 0, let exampleClass, name.hasPrefix(exampleClass) {
            report.add(example(name, letter, harmed, new))
        }
        return isFound
    }

    private func addFalseAlarms(
        _ findings: [Finding], _ specimen: Specimen, _ form: String, _ letter: MarkedLetter,
        to report: inout BenchReport
    ) {
        let isHeaderGone = letter.place(.headerLabel(.caseNumber)) == nil
        for finding in findings where finding.severity >= .warning {
            if specimen.rightFindings.contains(finding.code) || (finding.code == "S02" && isHeaderGone) { continue }
            if finding.code == "D01", let item = finding.item, item <= specimen.wordings.count {
                report.addWording(specimen.wordings[item - 1], blamed: 1)
            }
            let stock = letter.stock.map { " (\($0.rawValue))" } ?? ""
            report.addFalseAlarm("\(finding.severity) \(finding.code) \(finding.name)\(stock)", form: form)
            if exampleClass == "unharmed" {
                let conclusion = finding.item.flatMap { letter.place(.conclusion($0 - 1)) }
                let offset = conclusion?.start ?? finding.evidence.last?.range.start ?? 0
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
