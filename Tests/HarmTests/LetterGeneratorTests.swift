import Determinations
import LetterGenerator
import LetterReading
import Testing

@Suite("Invented letters")
struct LetterGeneratorTests {
    @Test("the same seed and number give the same bytes, others give others", arguments: TextForm.allCases)
    func lettersAreDeterministic(form: TextForm) {
        for number in 0..<8 {
            let text = LetterMaker.letter(seed: 7, number: number).text(form).text
            #expect(text == LetterMaker.letter(seed: 7, number: number).text(form).text)
            #expect(text != LetterMaker.letter(seed: 8, number: number).text(form).text)
            #expect(text != LetterMaker.letter(seed: 7, number: number + 1).text(form).text)
        }
    }

    @Test("each part stands where the letter says, in every form", arguments: TextForm.allCases)
    func placesAgreeWithTruth(form: TextForm) {
        for number in 0..<24 {
            let letter = LetterMaker.letter(seed: 3, number: number)
            let text = letter.text(form)
            func string(_ part: Part) -> String? { text.place(part).map { Folding.string(text.text, $0) } }
            for (index, title) in LetterMaker.sectionTitles.enumerated() {
                #expect(string(.sectionHeading(index)) == title)
            }
            #expect(string(.summary) == letter.truth.summary)
            #expect(text.itemCount == letter.truth.items.count)
            for (index, item) in letter.truth.items.enumerated() {
                #expect(string(.treatment(index)) == item.treatment)
                #expect(string(.decision(index))?.lowercased() == item.decision.rawValue)
                #expect(string(.claimsLabel(index)) == "Claims Administrator guideline:")
                #expect(string(.claimsGuideline(index)) == item.claimsGuideline)
                #expect(string(.reviewerLabel(index)) == "MAXIMUS guideline:")
                #expect(string(.reviewerGuideline(index)) == item.reviewerGuideline)
                #expect(string(.rationaleLabel(index)) == "Decision rationale:")
                #expect(string(.rationale(index)) == item.rationale)
            }
            for (line, value) in letter.truth.header {
                #expect(string(.headerValue(line)) == (form.isHeaderLost ? nil : value))
            }
        }
    }

    @Test("letters vary in length, items, outcome, layout and wording")
    func lettersVary() {
        let letters = (0..<400).map { LetterMaker.letter(seed: 5, number: $0).truth }
        let items = letters.flatMap(\.items)
        #expect(Set(letters.map(\.items.count)).isSuperset(of: [1, 2, 3, 4, 5, 6, 7, 8, 20]))
        #expect(Set(letters.map(\.layout)) == [.inlineCredentials, .headerTable])
        #expect(Set(letters.map(\.licensure.count)) == Set(1...4))
        #expect(Set(letters.map(\.certifications.count)) == Set(1...3))
        #expect(Set(items.filter { $0.decision == .upheld }.map(\.wording)).count >= 40)
        #expect(Set(items.filter { $0.decision == .overturned }.map(\.wording)).count >= 40)
        #expect(letters.map(\.summary.utf8.count).min() ?? 0 >= 220)
        #expect(letters.map(\.summary.utf8.count).max() ?? 0 <= 9500)
        #expect(items.contains { $0.isPartlyAuthorized })
    }

    @Test("files that are no letters are deterministic and of every kind", arguments: NonLetterMaker.Kind.allCases)
    func nonLettersAreDeterministic(kind: NonLetterMaker.Kind) {
        for number in 0..<10 {
            let text = NonLetterMaker.text(kind, seed: 1, number: number)
            #expect(!text.isEmpty)
            #expect(text == NonLetterMaker.text(kind, seed: 1, number: number))
        }
    }
}
