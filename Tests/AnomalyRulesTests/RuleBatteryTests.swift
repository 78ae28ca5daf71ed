import AnomalyRules
import Determinations
import LetterReading
import TestSupport
import Testing

/// What every rule must do, whatever it is about.
@Suite("Every rule")
struct RuleBatteryTests {
    /// Letters with much that is wrong, and one with nothing.
    static let letters: [InventedLetter] = [
        InventedLetter(),
        InventedLetter { $0.header = nil },
        InventedLetter { $0.titles.swapAt(1, 2) },
        InventedLetter { $0.titles.remove(at: 1) },
        InventedLetter {
            $0["Decision Date"] = "02/30/2016"
            $0["Date of Injury"] = "03/14/2016"
            $0.licensure = ""
            $0.summary =
                "A handwritten, illegible note.. . DOB 1/2/1971, tel: (415) 555-0123,  seen 13/45/2016 on May 5th and"
            $0.items = [
                .init("Bilateral wrist injections left", "Overturned", rationale: "The request is for a brace. It is"),
                .init("Bilateral wrist injections left", nil, rationale: "The right wrist. Not certified."),
                .init("Office visit and massage", rationale: "Massage is medically necessary."),
                .init("Knee injection times 2", "Overturned", rationale: "A knee injection is medically necessary."),
            ]
            $0.items[1].reviewer = "The Expert Reviewer did not cite any medical evidence, Page(s): ."
            $0.items[2].reviewer = nil
        },
        InventedLetter { $0.items = [] },
        InventedLetter { $0.items[0].rationale = "\u{201C}\u{B0}C\u{201D} is not medically nec" },
    ]

    static let damage: [TextDamage] = [
        .pdfWithoutEnd, .pdfDamaged(message: "no page tree"), .cutAtLimit(9), .undecodable(at: ByteRange(0, 3)),
        .replacementCharacter(at: ByteRange(4, 7)), .mojibake(at: ByteRange(8, 10)),
    ]
    static let history = LetterHistory(
        sameLetter: nil, sameCase: [InventedHistory.letter("Office visit and massage", .overturned)])

    /// Each letter, and each cut in its middle.
    static let texts: [String] = letters.flatMap { letter -> [String] in
        let text = letter.text
        return [text, String(text.prefix(text.count * 2 / 3)), text + text]
    }

    private static func findings(of rule: any AnomalyRule.Type) -> [(text: String, finding: Finding)] {
        texts.flatMap { text -> [(String, Finding)] in
            guard let letters = try? checked(Array(text.utf8), history: history, damage: damage) else { return [] }
            return letters.flatMap { rule.findings(in: $0) }.map { (text, $0) }
        }
    }

    @Test("evidence lies inside the text, and quotations are what stands there", arguments: RuleCatalogue.rules.indices)
    func evidenceIsTrue(index: Int) throws {
        for (text, finding) in Self.findings(of: RuleCatalogue.rules[index]) {
            let bytes = Array(text.utf8)
            for evidence in finding.evidence {
                try #require(evidence.range.start >= 0 && evidence.range.end <= bytes.count)
                #expect(!evidence.range.isEmpty)
                #expect(evidence.line == 1 + bytes[..<evidence.range.start].count { $0 == 0x0A })
                #expect(evidence.quote.utf8.count <= 160)
                let whole = Folding.string(bytes, evidence.range)
                let ends = evidence.quote.split(separator: "…", omittingEmptySubsequences: false)
                let isQuoted = whole.hasPrefix(ends.first ?? "") && whole.hasSuffix(ends.last ?? "")
                #expect(isQuoted || evidence.quote.contains("•"))
            }
        }
    }

    @Test("messages are one sentence, and the rest is said", arguments: RuleCatalogue.rules.indices)
    func messagesAreSentences(index: Int) {
        let rule = RuleCatalogue.rules[index]
        for (_, finding) in Self.findings(of: rule) {
            #expect(finding.message.hasSuffix("."))
            #expect(finding.message.first?.isUppercase ?? false)
            #expect(!finding.message.contains("\n"))
            #expect(!finding.expected.isEmpty && !finding.found.isEmpty)
            #expect(finding.code == rule.code && finding.name == rule.name)
        }
    }

    @Test("a letter with nothing wrong shows nothing")
    func soundLetterIsQuiet() throws {
        #expect(try allFindings(InventedLetter().bytes).map(\.code) == [])
    }

    @Test("codes are in order, unique, not retired, and named as their files")
    func codesAreUnique() {
        let order = Array("STDCPGRXF")
        let codes = RuleCatalogue.rules.map { $0.code }
        let sorted = codes.sorted { left, right in
            let places = [left, right].map { code in order.firstIndex { $0 == code.first } ?? order.count }
            return (places[0], left) < (places[1], right)
        }
        #expect(codes == sorted)
        let all = codes + RuleCatalogue.holdingRules.map { $0.code }
        #expect(Set(all).count == all.count)
        #expect(RuleCatalogue.retiredCodes.isDisjoint(with: all))
        #expect(RuleCatalogue.rules.allSatisfy { String(describing: $0).hasPrefix($0.code) })
        let names = RuleCatalogue.rules.map { $0.name } + RuleCatalogue.holdingRules.map { $0.name }
        #expect(Set(names).count == names.count)
    }

    @Test("rules are turned on and off by their codes")
    func rulesAreSelected() throws {
        let letters = try checked(InventedLetter { $0.licensure = "Utah" }.bytes, history: Self.history)
        func codes(_ rules: RuleSet) -> [String] {
            (rules.check(letters[0]) + rules.checkHistory(letters[0])).map(\.code)
        }
        #expect(codes(.standard) == ["F02"])
        #expect(codes(RuleSet(on: ["R01"])) == ["R01", "F02"])
        #expect(codes(RuleSet(on: ["R01"], off: ["F02", "R01"])) == [])
    }
}
