import LetterReading
import Testing

@testable import AnomalyRules

/// What the grammar makes of single rationales; the rule that asks for it is tested in D01DecisionContradictsRationaleTests.
@Suite("Conclusion")
struct ConclusionTests {
    private static func words(_ text: String) -> Words { Words(Array(text.utf8)) }

    private static func conclusion(_ text: String) -> Conclusion {
        let words = words(text)
        return Conclusion(of: 0..<words.count, in: words)
    }

    private static func isDoubtful(_ text: String) -> Bool {
        let words = words(text)
        let rationale = 0..<words.count
        return ConclusionDoubt(words: words, rationale: rationale, conclusion: Conclusion(of: rationale, in: words))
            .isDoubtful
    }

    @Test(
        "the last statement of necessity is read",
        arguments: [
            // "would" behind a reason that is there concludes.
            ("Given the weakness, a brace would be medically necessary.", true),
            // So it does behind "since" and "because", which only give reasons that are there.
            ("Because exercise has failed, a brace would be medically necessary at this time.", true),
            // A reason without an article may only be supposed.
            ("Given instability, a brace would be medically necessary.", nil),
            // "could" and "may" conclude nothing, whatever the reason.
            ("Given the weakness, a brace may be medically necessary.", nil),
            // What goes on may be a condition.
            ("Given the weakness, a brace would be medically necessary after a trial of exercise at home.", nil),
            // "able to" is more than an aim.
            ("I am able to establish the medical necessity of a brace.", true),
            // "to establish" alone is an aim.
            ("An examination is needed to establish the medical necessity of a brace.", nil),
            // "unable" denies.
            ("I am unable to establish the medical necessity of a brace.", false),
            // "not merely" denies nothing.
            ("The whole course, and not merely a part, is medically necessary.", true),
            // A quotation mark that closes the sentence before opens none.
            ("She does not meet the criteria for \"a brace\". The request is not medically necessary.", false),
            // One that opens this sentence does.
            ("It was written: \"The request is not medically necessary.\"", nil),
        ] as [(String, Bool?)])
    func necessity(text: String, isAffirmed: Bool?) {
        #expect(Self.conclusion(text).decisive?.isAffirmed == isAffirmed)
    }

    @Test(
        "a verdict without necessity is read",
        arguments: [
            // A verdict is not undone by what is recommended instead.
            ("The brace is denied. Exercise at home is recommended and appropriate.", false),
            ("I concur with the denial. Exercise at home is indicated.", false),
            // Without a verdict such words count.
            ("The brace is not warranted.", false),
            // A negation ends with its clause.
            ("The request is not supported and is denied.", false),
            ("The brace is not appropriate and must be refused.", false),
            // It lasts as long as no new clause begins.
            ("Neither the brace nor the cane is approved.", false),
            ("None of the braces and canes is approved.", false),
            // A comma ends the clause as well, and an aside does not.
            ("As the criteria of the guideline are not met, the brace is denied.", false),
            ("None of the criteria being met, the brace is denied.", false),
            ("The brace is not, as noted, certified.", false),
            ("The brace should not, in my view, be certified.", false),
            // It governs what "that" introduces.
            ("It is not shown that a brace is indicated and should be certified.", false),
        ])
    func verdict(text: String, isAffirmed: Bool) {
        #expect(Self.conclusion(text).decisive?.isAffirmed == isAffirmed)
    }

    @Test(
        "what is plain is not doubted",
        arguments: [
            // The plainest.
            "The brace is medically necessary.",
            // "too" at the end means "also".
            "The cane was granted, and the brace is medically necessary too.",
            // An aside has its own negations.
            "The brace, which was not described in full, is medically necessary.",
            // So has the clause behind a comma.
            "The brace is medically necessary, since no other option remains.",
            "The brace is medically necessary, as exercise was not enough.",
            // Other treatment is another matter.
            "The brace is medically necessary. Other treatment was not reviewed here and is not certified.",
            // Another item, too.
            "The request for a cane is medically necessary and is decided under another item. As to the brace, medical necessity is not shown.",
        ])
    func plain(text: String) { #expect(!Self.isDoubtful(text)) }

    @Test(
        "what is obscure is doubted",
        arguments: [
            // Nothing is concluded.
            "The brace was worn.",
            // A negation that was not counted.
            "The note is too brief to let the brace pass as medically necessary.",
            // The next sentence ends in a denial.
            "The cane is medically necessary. The brace is not.",
            // A verdict follows that was not understood.
            "The brace is medically necessary. To certify it would go too far.",
            // A firm statement about the same item says the opposite.
            "The request is not medically necessary. The brace is medically necessary.",
            // A statement that is neither firm nor near the end.
            "It was seen. The brace is medically necessary. A. B. C. D. E.",
        ])
    func obscure(text: String) { #expect(Self.isDoubtful(text)) }
}
