import Determinations
import LetterGenerator
import LetterReading
import Testing

@Suite("Layouts L1 to L3")
struct EarlyLayoutTests {
    /// A letter that was read, and its texts.
    struct Read {
        let words: Words
        let determination: Determination

        init(_ text: String) throws {
            let read = try LetterReader.read(Array(text.utf8))
            words = read.words
            determination = read.determinations[0]
            #expect(read.determinations.count == 1)
        }

        func text(_ range: ByteRange?) -> String? { range.map { Folding.string(words.text, $0) } }
    }

    @Test("each fixture is recognised as its layout", arguments: Fixtures.all)
    func recognised(fixture: (name: String, text: String)) throws {
        let read = try Read(fixture.text)
        #expect(read.determination.layout.rawValue == fixture.name)
        let layout = LetterReader.layouts.first { $0.layout == read.determination.layout }
        var titles: [String] = []
        for section in read.determination.sections where !titles.contains(section.title) {
            titles.append(section.title)
        }
        #expect(titles == layout?.sectionTitles)
    }

    @Test("L1: each numbered sentence is an item, once, although the letter repeats it")
    func notice() throws {
        let read = try Read(Fixtures.noticeOfDetermination)
        let items = read.determination.items
        #expect(items.map { read.text($0.treatment) } == ["Voltaren gel 100 grams", "one wrist brace"])
        #expect(items.map { $0.decision?.value } == [.upheld, .overturned])
        #expect(
            items.map { read.text($0.decision?.range) } == [
                "is not medically necessary and appropriate", "is medically necessary and appropriate",
            ])
        #expect(read.determination.header?.decision.value?.value.description == "2013-10-07")
        #expect(read.determination.header?.urDenial.value?.value.description == "2013-08-19")
        #expect(read.determination.caseNumber == nil)
        #expect(read.determination.reviewer.licensure.map { read.text($0) } == ["Nevada"])
        #expect(read.text(read.determination.summary)?.hasPrefix("The patient is a 41 year old woman") == true)
        #expect(items.allSatisfy { $0.rationale == nil && $0.reviewerGuideline == nil })
    }

    @Test("L1: a \"not\" that lost the space after it is one")
    func joinedNot() throws {
        let text = Fixtures.noticeOfDetermination.replacing("not medically", with: "notmedically")
        let items = try Read(text).determination.items
        #expect(items.map { $0.decision?.value } == [.upheld, .overturned])
    }

    @Test("L1: a treatment keeps its brackets and percent sign, without the comma behind it")
    func marks() throws {
        let text = Fixtures.noticeOfDetermination.replacing("100 grams", with: "(1%)")
            .replacing("wrist brace", with: "wrist brace (left),")
        let read = try Read(text)
        #expect(
            read.determination.items.map { read.text($0.treatment) } == ["Voltaren gel (1%)", "one wrist brace (left)"])
    }

    @Test("L1: the dates below the date of the notice are read")
    func dates() throws {
        let text = Fixtures.noticeOfDetermination.replacing(
            "Dated: 10/7/2013",
            with: """
                Dated: 10/7/2013

                Date of UR Decision: 8/20/2013
                Date of Injury: 7/12/1995
                IMR Application Received: 8/29/2013
                MAXIMUS Case Number: CM13-0001234
                """)
        let header = try #require(try Read(text).determination.header)
        #expect(header.caseNumber.value?.value.description == "CM13-0001234")
        #expect(header.decision.value?.value.description == "2013-10-07")
        #expect(header.urDenial.value?.value.description == "2013-08-20")
        #expect(header.injury.value?.value.description == "1995-07-12")
        #expect(header.applicationReceived.value?.value.description == "2013-08-29")
    }

    @Test("L1 without the heading of the decision still counts each treatment once")
    func noticeWithoutHeading() throws {
        let text = Fixtures.noticeOfDetermination.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("INDEPENDENT") }.joined(separator: "\n")
        #expect(try Read(text).determination.items.count == 2)
    }

    @Test("L2: reviewer and summary are read, items are not invented")
    func documents() throws {
        let read = try Read(Fixtures.documentsReviewed)
        #expect(read.determination.items.isEmpty)
        #expect(!LayoutL2.establishesItems)
        #expect(read.determination.reviewer.certifications.map { read.text($0) } == ["Neurology", "Pain Management"])
        #expect(
            read.text(read.determination.summary)
                == "The applicant, 62 y/o, slipped at the bakery. DOI: 5-6-09. He reports neck pain.")
    }

    @Test("L3: reviewer, summary and sections are read, items are not invented")
    func professional() throws {
        let read = try Read(Fixtures.professionalReview)
        #expect(read.determination.items.isEmpty)
        #expect(!LayoutL3.establishesItems)
        #expect(
            read.text(read.determination.sections.first { $0.title == "ISSUE AT DISPUTE" }?.body)
                == "Twelve visits of aquatic therapy for the left knee")
        #expect(read.text(read.determination.summary) == "A 50-year-old man fell from a ladder on 2/1/2012.")
        #expect(read.determination.reviewer.certifications.map { read.text($0) } == ["Orthopedic Surgery"])
    }

    @Test("two letters in one text are two determinations, each with its own items", arguments: Fixtures.all)
    func twoLetters(fixture: (name: String, text: String)) throws {
        for gap in ["\n\n", "\n\u{C}"] {
            let one = try LetterReader.read(Array(fixture.text.utf8)).determinations[0]
            let read = try LetterReader.read(Array((fixture.text + gap + fixture.text).utf8))
            #expect(read.determinations.map(\.layout) == [one.layout, one.layout])
            for determination in read.determinations {
                #expect(determination.items.map(\.decision?.value) == one.items.map(\.decision?.value))
                #expect(determination.sections.count == one.sections.count)
            }
        }
    }

    @Test("a text with the words of one heading in running text is no letter")
    func noLetter() {
        #expect(throws: NotADetermination.self) { try Read("A case summary, and the issue at dispute: none.") }
    }
}
