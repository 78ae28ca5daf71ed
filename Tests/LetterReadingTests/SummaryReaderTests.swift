import Determinations
import LetterReading
import Testing

@Suite("SummaryReader")
struct SummaryReaderTests {
    static func read(_ text: String) -> SummaryFacts {
        SummaryReader.read(ByteRange(0, text.utf8.count), in: Words(Array(text.utf8)))
    }

    @Test(
        "age and sex",
        arguments: [
            ("A 58 year old male.", 58, Sex.male),  // plain
            ("A 58-year-old woman.", 58, .female),  // hyphens
            ("She is 58 y/o.", 58, .female),  // abbreviation, pronoun
            ("This 58 yo man fell.", 58, .male),  // shorter
            ("A female of 58 years of age.", 58, .female),  // of age
            ("The patient, aged 58, hurt her knee.", 58, .female),  // aged
            ("A fifty-eight year old man.", 58, .male),  // a word of two parts
            ("A fifty-eight (58) year old man.", 58, .male),  // written twice
            ("She fell at 40 58 years old.", 58, .female),  // the number before is another
            ("A 58 y/o M fell.", 58, .male),  // a capital behind the age
            ("This 58-year-old F, fell.", 58, .female),  // the other one
            ("At 58 years of age, M. Doe fell.", 58, nil),  // a name
            ("The reviewer (he/she) saw nothing.", nil, nil),  // a pair says nothing
            ("A 5 year history of pain.", nil, nil),  // a duration
        ] as [(String, Int?, Sex?)])
    func ageAndSex(text: String, age: Int?, sex: Sex?) {
        let facts = Self.read(text)
        #expect(facts.age == age)
        #expect(facts.sex == sex)
    }

    @Test(
        "days of injury",
        arguments: [
            ("with date of injury 09/27/2002.", ["2002-09-27"]),  // label
            ("DOI: 5-6-09.", ["2009-05-06"]),  // short label
            ("sustained an industrial injury on July 7, 2004.", ["2004-07-07"]),  // month name
            ("an industrial injury November 28, 2016.", ["2016-11-28"]),  // nothing between
            ("an injury to the low back on 10/14/ 2016.", ["2016-10-14"]),  // some words between, a blank in the date
            ("a history of an occupational claim from 10/31/2016.", ["2016-10-31"]),  // claim
            ("cumulative injury from 1/2/2010 through 3/4/2011.", ["2010-01-02", "2011-03-04"]),  // two days
            ("On 2/3/2012, the patient was injured at work.", ["2012-02-03"]),  // date first
            ("The injured worker was seen on 12/1/2016.", []),  // the worker, not the injury
            ("The injury was evaluated on 12/1/2016.", []),  // another event
            ("Report of injury dated 12/1/2016.", []),  // the day of a report
        ])
    func injuryDates(text: String, expected: [String]) {
        #expect(Self.read(text).injuryDates.map(\.value.description) == expected)
    }

    @Test(
        "days of utilization review",
        arguments: [
            ("On 12-16-2016 Utilization Review denied it.", ["2016-12-16"]),  // before
            ("The UR report, with a decision date of 12-07-2016, denied it.", ["2016-12-07"]),  // after
            ("Utilization Review denied the request of 1/2/2017.", []),  // the day of the request
            ("It was denied. On 1/2/2017 she fell.", []),  // not mentioned
            ("The report reviewed by Utilization Review was dated 12-01-2016.", []),  // the day of a report
        ])
    func reviewDates(text: String, expected: [String]) {
        #expect(Self.read(text).reviewDates.map(\.value.description) == expected)
    }
}
