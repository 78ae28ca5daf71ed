import Determinations
import LetterReading

/// Finds data that identifies a person; what was found is told by kind and place only, never by value.
///
/// - social security number: nine digits as `nnn-nn-nnnn`, or four digits and more behind "SSN" or "social security number";
/// - telephone number: ten digits as `(nnn) nnn-nnnn`, `nnn-nnn-nnnn` or `nnn.nnn.nnnn`, or seven behind "phone" and the like;
/// - birth date: a date behind "DOB", "date of birth" or "born on";
/// - claim number: a number of four digits and more behind "claim number", "claim no." or "claim #";
/// - a reviewer's name: capitalised words behind `Reviewer:`, `Reviewed by:`, `Signed by:` and the like, or behind a
///   complimentary close, with a medical title after them.
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
    let landmarks: Landmarks

    private static let socialSecurityLabels = PhraseList(
        "ssn,ss,ss no,ss number,social security number,social security no,social security")
    private static let birthLabels = PhraseList(
        "dob,d o b,date of birth,birth date,birthdate,birthday,born on,was born")
    private static let claimLabels = PhraseList("claim number,claim no,claim num,claim id,claim nbr,claim")
    private static let phoneLabels = PhraseList(
        "phone,telephone,tel,fax,facsimile,cell,mobile,phone number,telephone number,fax number,cell number,mobile number"
    )
    private static let shortSocialSecurity = Word.key(of: "ss")
    private static let numberLabels = [
        (Kind.socialSecurityNumber, socialSecurityLabels, 4), (.claimNumber, claimLabels, 4),
        (.telephoneNumber, phoneLabels, 7),
    ]
    private static let reviewerLabels = PhraseList(
        "reviewer,reviewing physician,reviewer name,reviewer s name,name of reviewer,reviewed by,signed by,signature,signature of reviewer"
    )
    private static let closings = PhraseList(
        "sincerely,respectfully,respectfully submitted,yours truly,sincerely yours")
    private static let titles = WordSet("md do dc dds dmd dpm phd psyd od lac mph pt np pa rn")
    private static let colon = UInt8(ascii: ":")
    private static let hyphen = UInt8(ascii: "-")
    private static let stop = UInt8(ascii: ".")

    /// Everything found, in the order of the text.
    func all() -> [(kind: Kind, range: ByteRange)] {
        var found: [(kind: Kind, range: ByteRange)] = []
        for next in (numbers() + labelledNumbers() + birthDates() + names()).sorted(by: { $0.1.start < $1.1.start })
        where next.1.start >= found.last?.range.end ?? 0 { found.append(next) }
        return found
    }

    /// Social security and telephone numbers by their shape alone.
    private func numbers() -> [(Kind, ByteRange)] {
        var found: [(Kind, ByteRange)] = []
        for index in landmarks.numbers where digits(index) == 3 && index + 2 < extent.upperBound {
            if let kind = kind(at: index) { found.append((kind, words.bytes(index..<(index + 3)))) }
        }
        return found
    }

    private func kind(at index: Int) -> Kind? {
        guard digits(index + 2) == 4, isFree(index) else { return nil }
        let (first, second) = (joint(after: index), joint(after: index + 1))
        if digits(index + 1) == 2, first == [IdentifyingData.hyphen], second == first { return .socialSecurityNumber }
        guard digits(index + 1) == 3 else { return nil }
        let isPlain = first == second && (first == [IdentifyingData.hyphen] || first == [IdentifyingData.stop])
        let isBracketed =
            first.first == UInt8(ascii: ")") && isWhiteOrHyphen(first.dropFirst())
            && (second == [IdentifyingData.hyphen] || second == [IdentifyingData.stop] || second == [0x20])
        return isPlain || isBracketed ? .telephoneNumber : nil
    }

    /// Numbers that only their label tells; the first label counts where several name the same number.
    private func labelledNumbers() -> [(Kind, ByteRange)] {
        var found: [(kind: Kind, range: ByteRange)] = []
        for (kind, labels, least) in IdentifyingData.numberLabels {
            for label in labels.all(in: words, extent) {
                let needsMark =
                    label.count == 1
                    && (kind != .socialSecurityNumber
                        || words[label.lowerBound].key == IdentifyingData.shortSocialSecurity)
                if let value = labelledValue(after: label, least, needsMark: needsMark),
                    !found.contains(where: { $0.range.end > value.start && $0.range.start < value.end })
                {
                    found.append((kind, value))
                }
            }
        }
        return found
    }

    /// The value behind a label: words joined by hyphens that hold enough digits, in front of the next blank.
    ///
    /// Behind a single word such as "claim" a colon or a number sign must stand.
    private func labelledValue(after label: Range<Int>, _ least: Int, needsMark: Bool) -> ByteRange? {
        var start = label.upperBound
        // "The claim number is …", behind a label of several words only.
        if label.count > 1, start < extent.upperBound, words[start].key == IdentifyingData.verbIs { start += 1 }
        guard start < extent.upperBound else { return nil }
        let joint = joint(after: start - 1)
        let marks = joint.filter { !Folding.isWhite($0) }
        guard marks.allSatisfy({ ":#.(".utf8.contains($0) }), words.gap(before: start) < .paragraph,
            !needsMark || marks.contains(IdentifyingData.colon) || marks.contains(UInt8(ascii: "#"))
        else { return nil }
        var end = start
        while end + 1 < extent.upperBound, isGlued(end) || isBlankGroup(end) { end += 1 }
        let range = words.bytes(start..<(end + 1))
        let count = words.text[range.start..<range.end].count { $0 &- 0x30 < 10 }
        return count >= least && DateReading.date(in: words, at: start) == nil ? range : nil
    }

    /// Whether the next word belongs to the same number.
    private func isGlued(_ index: Int) -> Bool {
        let joint = joint(after: index)
        return joint.count <= 2 && !joint.isEmpty
            && joint.allSatisfy { $0 == 0x2D || $0 == 0x2E || $0 == 0x29 || $0 == 0x20 }
            && joint.contains { $0 != 0x20 } && joint != [0x2E, 0x20] && digits(index + 1) > 0
    }

    /// Whether the next word is another group of digits behind one blank, as in `123 45 6789`.
    private func isBlankGroup(_ index: Int) -> Bool {
        joint(after: index) == [0x20] && digits(index) > 1 && digits(index) <= 3 && (2...4).contains(digits(index + 1))
    }

    private func birthDates() -> [(Kind, ByteRange)] {
        IdentifyingData.birthLabels.all(in: words, extent).compactMap { label in
            let reach = label.upperBound..<min(label.upperBound + 3, extent.upperBound)
            for index in reach {
                if let date = DateReading.date(in: words, at: index) { return (.birthDate, date.range) }
                if words.endsSentence(index) { return nil }
            }
            return nil
        }
    }

    private func names() -> [(Kind, ByteRange)] {
        let closings = IdentifyingData.closings.all(in: words, extent).filter { words.isCapitalized($0.lowerBound) }
        let found =
            IdentifyingData.reviewerLabels.all(in: words, extent).compactMap { name(behind: $0) }
            + closings.compactMap { name(from: $0.upperBound) }
        return found.map { (.reviewerName, $0) }
    }

    /// A name behind "reviewer" and the like, at once or after a few small words ("the reviewer is …").
    private func name(behind label: Range<Int>) -> ByteRange? {
        var index = label.upperBound
        while index < extent.upperBound, index - label.upperBound < 4, !words.isCapitalized(index) {
            if words.endsSentence(index) { return nil }
            index += 1
        }
        // A label that asks for a name, with its colon, needs no title behind the name.
        let asksForName =
            words.mark(after: label.upperBound - 1)?.byte == IdentifyingData.colon
            && label.contains { words[$0].key == IdentifyingData.nameKey }
        return name(from: index, needsTitle: !asksForName)
    }

    /// Two to four capitalised words with a medical title behind them, or behind "Dr.".
    private func name(from start: Int, needsTitle: Bool = true) -> ByteRange? {
        var first = start
        let isDoctor = first < extent.upperBound && words[first].key == IdentifyingData.doctor
        if isDoctor { first += 1 }
        var end = first
        while end < extent.upperBound, end - first < 4, words.isCapitalized(end), !isTitle(end) {
            end += 1
            if end < extent.upperBound, words.gap(before: end) == .paragraph { break }
        }
        guard end > first, end - first >= (isDoctor ? 1 : 2) else { return nil }
        return isDoctor || !needsTitle || isTitle(end) ? words.bytes(first..<end) : nil
    }

    private static let doctor = Word.key(of: "dr")
    private static let verbIs = Word.key(of: "is")
    private static let nameKey = Word.key(of: "name")

    /// `MD`, or `M.D.` in two words.
    private func isTitle(_ index: Int) -> Bool {
        guard index < extent.upperBound else { return false }
        if IdentifyingData.titles.contains(words[index].key) {
            return words.isUpperCase(index) || words.isCapitalized(index)
        }
        guard index + 1 < extent.upperBound, words[index].end - words[index].start == 1, words.isUpperCase(index),
            words.isUpperCase(index + 1)
        else { return false }
        return IdentifyingData.titles.contains(Word.key(of: words.string(index) + words.string(index + 1)))
    }

    /// The number of digits of a word of digits; 0 for any other.
    private func digits(_ index: Int) -> Int {
        guard index < extent.upperBound, words.text[Int(words[index].start)] &- 0x30 < 10, words.number(index) != nil
        else { return 0 }
        return Int(words[index].end - words[index].start)
    }

    /// Whether no hyphen, full stop or slash ties three words of digits to what stands before or after them.
    private func isFree(_ index: Int) -> Bool { isFree(before: index) && isFree(after: index + 2) }

    private func isFree(before index: Int) -> Bool {
        let start = Int(words[index].start)
        guard start > 0 else { return true }
        let before = words.text[start - 1]
        // The prefix of the country: 1-415-555-0132.
        if before == IdentifyingData.hyphen, index > extent.lowerBound, words.number(index - 1) == 1,
            Int(words[index - 1].end) == start - 1
        {
            return isFree(before: index - 1)
        }
        return before != IdentifyingData.hyphen && before != IdentifyingData.stop && before != UInt8(ascii: "/")
    }

    private func isFree(after index: Int) -> Bool {
        guard index + 1 < words.count, words[index + 1].start <= words[index].end + 1 else { return true }
        return !"-/".utf8.contains(words.text[Int(words[index].end)])
    }

    /// The bytes between a word and the next.
    private func joint(after index: Int) -> ArraySlice<UInt8> {
        guard index + 1 < words.count else { return [] }
        return words.text[Int(words[index].end)..<Int(words[index + 1].start)]
    }

    private func isWhiteOrHyphen(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count <= 2 && bytes.allSatisfy { Folding.isWhite($0) || $0 == IdentifyingData.hyphen }
    }
}
