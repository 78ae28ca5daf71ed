import Determinations
import LetterReading

/// Finds data that identifies a person; what was found is told by kind and place only, never by value.
///
/// - social security number: nine digits as `nnn-nn-nnnn`, or four digits and more behind "SSN", "Soc. Sec. No." and the like;
/// - telephone number: ten digits in groups of three, three and four, or seven and more near "phone", "cell", "call" and the like;
/// - birth date: a date with its year behind "DOB", "date of birth" or "born";
/// - claim number: a number of four digits and more behind "claim number", "claim #" or "file number", and `ADJ` with its digits;
/// - a reviewer's name: see `IdentifyingData+Names`.
struct IdentifyingData {
    /// What kind of data it is; the raw value is a phrase for a person.
    enum Kind: String {
        case socialSecurityNumber = "a social security number"
        case telephoneNumber = "a telephone number"
        case birthDate = "a birth date"
        case claimNumber = "a claim number"
        case reviewerName = "a person's name in the reviewer's place"
    }

    let words: Words
    let extent: Range<Int>

    /// Everything found, in the order of the text.
    func all() -> [(kind: Kind, range: ByteRange)] {
        var found: [(kind: Kind, range: ByteRange)] = []
        var places = numbers()
        for others in [labelledNumbers(), birthDates(), names()] where !others.isEmpty { places += others }
        for next in places.sorted(by: { $0.1.start < $1.1.start })
        where next.1.start >= found.last?.range.end ?? 0 { found.append(next) }
        return found
    }

    // MARK: Words and what stands between them

    /// The number of digits of a word of digits; 0 for any other.
    func digits(_ index: Int) -> Int {
        guard index < extent.upperBound, words.text[Int(words[index].start)] &- 0x30 < 10 else { return 0 }
        let range = Int(words[index].start)..<Int(words[index].end)
        return words.text[range].allSatisfy { $0 &- 0x30 < 10 } ? range.count : 0
    }

    /// Whether a word holds a digit.
    func hasDigit(_ index: Int) -> Bool {
        words.text[Int(words[index].start)..<Int(words[index].end)].contains { $0 &- 0x30 < 10 }
    }

    /// The bytes between a word and the next.
    func joint(after index: Int) -> ArraySlice<UInt8> {
        guard index + 1 < words.count else { return [] }
        return words.text[Int(words[index].end)..<Int(words[index + 1].start)]
    }

    /// The only byte between a word and the next; nil when there are several or none.
    func mark(between index: Int) -> UInt8? {
        let joint = joint(after: index)
        return joint.count == 1 ? joint.first : nil
    }
}
