import Determinations
import LetterReading

/// Finds data that identifies a person; what was found is told by kind and place only, never by value.
///
/// - social security number: nine digits as `nnn-nn-nnnn`, or four digits and more behind "SSN" or "social security number";
/// - telephone number: ten digits as `(nnn) nnn-nnnn`, `nnn-nnn-nnnn` or `nnn.nnn.nnnn`, or seven behind "phone" and the like;
/// - birth date: a date behind "DOB", "date of birth" or "born on";
/// - claim number: a number of four digits and more behind "claim number", "claim no." or "claim #";
/// - a reviewer's name: capitalised words with a medical title behind "reviewer", `Reviewed by:`, `Signed by:` and the like, or
///   behind a complimentary close; without a title behind "name of the reviewer".
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
        "ssn,s s n,ss,ss number,ss no,social security number,social security no,social security")
    private static let shortSocialSecurity = Word.key(of: "ss")
    private static let birthLabels = PhraseList(
        "dob,d o b,date of birth,birth date,birthdate,birthday,born on,was born")
    private static let claimLabels = PhraseList("claim number,claim no,claim num,claim id,claim nbr,claim")
    private static let phoneLabels = PhraseList("phone,telephone,tel,fax,facsimile,cell,mobile")
    private static let numberLabels = [
        (Kind.socialSecurityNumber, socialSecurityLabels, 4), (.claimNumber, claimLabels, 4),
        (.telephoneNumber, phoneLabels, 7),
    ]
    /// A name with a title may follow directly, behind a mark, or behind "is" and "was".
    private static let reviewerLabels = PhraseList(
        "reviewer,reviewing physician")
    /// A name counts only behind a colon: records are reviewed and signed by those who treat.
    private static let signatureLabels = PhraseList("reviewed by,signed by,signature,signature of reviewer")
    /// Behind these a name counts without a title.
    private static let nameLabels = PhraseList("reviewer name,reviewer s name,name of reviewer,name of the reviewer")
    private static let fillers = WordSet("is was named")
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
        guard digits(index + 2) == 4, isFree(index) || isBehindCountryCode(index) else { return nil }
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
                let first = words[label.lowerBound].key
                let needsMark =
                    label.count == 1
                    && (kind != .socialSecurityNumber || first == IdentifyingData.shortSocialSecurity)
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
        if !needsMark, start < extent.upperBound, IdentifyingData.fillers.contains(words[start].key) { start += 1 }
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
        let reviewers = IdentifyingData.reviewerLabels.all(in: words, extent).compactMap { label in
            name(from: label.upperBound, needsTitle: true)
        }
        let named = IdentifyingData.nameLabels.all(in: words, extent).compactMap { label in
            name(from: label.upperBound, needsTitle: false)
        }
        let labels = IdentifyingData.signatureLabels.all(in: words, extent).filter { label in
            words.mark(after: label.upperBound - 1)?.byte == IdentifyingData.colon
        }
        let closings = IdentifyingData.closings.all(in: words, extent).filter { words.isCapitalized($0.lowerBound) }
        let signed = (labels + closings).compactMap { name(from: $0.upperBound, needsTitle: true) }
        return (reviewers + named + signed).map { (.reviewerName, $0) }
    }

    /// Two to four capitalised words with a medical title behind them, or behind "Dr."; "is" may stand before them.
    private func name(from start: Int, needsTitle: Bool) -> ByteRange? {
        var first = start
        if first < extent.upperBound, IdentifyingData.fillers.contains(words[first].key) { first += 1 }
        guard first < extent.upperBound, !words.endsSentence(first - 1) else { return nil }
        let isDoctor = words[first].key == IdentifyingData.doctor
        if isDoctor { first += 1 }
        var end = first
        while end < extent.upperBound, end - first < 4, words.isCapitalized(end), !isTitle(end),
            end == first || !endsName(end - 1)
        {
            end += 1
        }
        guard end - first >= (isDoctor ? 1 : 2) else { return nil }
        return isDoctor || !needsTitle || isTitle(end) ? words.bytes(first..<end) : nil
    }

    /// A sentence or paragraph ends behind a word that is no initial.
    private func endsName(_ index: Int) -> Bool {
        words.gap(before: index + 1) == .paragraph
            || (words.endsSentence(index) && words[index].end - words[index].start > 1)
    }

    private static let doctor = Word.key(of: "dr")

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

    /// Whether no hyphen, full stop or plus sign ties a number to what stands before it.
    private func isFree(_ index: Int) -> Bool {
        let start = Int(words[index].start)
        guard start > 0 else { return true }
        let before = words.text[start - 1]
        return before != IdentifyingData.hyphen && before != IdentifyingData.stop && before != UInt8(ascii: "/")
            && (index + 3 >= words.count || Int(words[index + 3].start) > Int(words[index + 2].end) + 1
                || !"-/".utf8.contains(words.text[Int(words[index + 2].end)]))
    }

    /// `1-415-555-0132`: a 1 of its own and a hyphen stand before the number.
    private func isBehindCountryCode(_ index: Int) -> Bool {
        guard index > extent.lowerBound, words.number(index - 1) == 1, digits(index - 1) == 1 else { return false }
        return joint(after: index - 1) == [IdentifyingData.hyphen]
            && (index - 1 == extent.lowerBound || !joint(after: index - 2).contains(IdentifyingData.hyphen))
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
