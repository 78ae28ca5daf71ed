import Determinations
import LetterGenerator
import Testing

@testable import Harms

/// What the findings in harmed letters must say, whatever the harm and the form.
@Suite("Findings in harmed letters")
struct HarmFindingsTests {
    private static let bench = Bench(seed: 31)
    private static let letters = (0..<4).map { LetterMaker.letter(seed: 31, number: $0) }

    /// Does the harms whose name starts so to every other letter, in one form, and checks every finding.
    private static func check(
        _ prefix: String, _ form: TextForm, _ judge: (Finding, HarmedText, Harm) -> Void
    ) async {
        let turn = TextForm.allCases.firstIndex(of: form).map { $0 % 2 }
        for (number, letter) in letters.enumerated() where number % 2 == turn {
            let text = letter.text(form)
            for (position, harm) in HarmCatalogue.harms.enumerated() where harm.name.hasPrefix(prefix) {
                var chance = Chance(seed: UInt64(position), stream: UInt64(number))
                guard let harmed = harm.act(text, &chance) else { continue }
                for finding in await bench.findings(harmed.text) { judge(finding, harmed, harm) }
            }
        }
    }

    private static func shown(_ finding: Finding) -> String {
        ([finding.message, finding.expected, finding.found] + finding.evidence.map(\.quote)).joined(separator: " ")
    }

    @Test("evidence lies inside the text and expected and found are said", arguments: TextForm.allCases)
    func evidenceIsInside(form: TextForm) async {
        await Self.check("", form) { finding, harmed, harm in
            #expect(!finding.expected.isEmpty && !finding.found.isEmpty, "\(finding.code) \(harm.name)")
            // Damage may change the offsets of a text that is decoded anew.
            guard !harm.name.hasPrefix("bytes-damaged") else { return }
            for evidence in finding.evidence {
                #expect(
                    evidence.range.start >= 0 && evidence.range.end <= harmed.text.count && !evidence.range.isEmpty,
                    "\(finding.code) \(harm.name)")
            }
        }
    }

    @Test("an identifying value is repeated in no finding of any rule", arguments: TextForm.allCases)
    func valuesAreHidden(form: TextForm) async {
        await Self.check("identifying-data", form) { finding, harmed, harm in
            let shown = Self.shown(finding)
            for value in Self.values(in: harmed.note) {
                #expect(!shown.contains(value), "\(finding.code) repeats a value of \"\(harmed.note)\"")
            }
        }
    }

    /// The invented values in a sentence: its numbers of four digits and more, and the names.
    private static func values(in sentence: String) -> [String] {
        let numbers = sentence.split { !$0.isNumber }.filter { $0.count >= 4 }.map(String.init)
        return numbers + ["Whitcombe", "Ostrander", "Maas"].filter(sentence.contains)
    }

    @Test("a decision that contradicts its rationale points at both", arguments: TextForm.allCases)
    func contradictionsShowBothPlaces(form: TextForm) async {
        var count = 0
        await Self.check("decision-flipped", form) { finding, harmed, _ in
            guard ["D01", "D08", "D09"].contains(finding.code) else { return }
            count += 1
            #expect(finding.evidence.count == 2, "\(finding.code)")
            if finding.code == "D01" {
                let word = finding.evidence.first?.quote
                #expect(word == "Upheld" || word == "Overturned")
                #expect(finding.evidence.last?.quote != word)
            }
        }
        #expect(count > 0)
    }

    @Test("a cut in the middle of a word names a whole word that begins so", arguments: TextForm.allCases)
    func cutsNameTheWord(form: TextForm) async {
        var count = 0
        for prefix in ["summary-cut-mid-word", "rationale-cut-mid-word"] {
            await Self.check(prefix, form) { finding, harmed, _ in
                guard finding.code == "T01" || finding.code == "T02",
                    finding.message.contains("in the middle of a word")
                else { return }
                count += 1
                let whole = finding.message.split(separator: "\"").dropFirst().first.map { $0.lowercased() } ?? ""
                let stump = finding.evidence.first?.quote.lowercased() ?? "-"
                #expect(whole.hasPrefix(stump) && whole.count > stump.count)
                #expect(String(decoding: harmed.text, as: UTF8.self).lowercased().contains(whole))
            }
        }
        #expect(count > 0)
    }
}
