import Determinations
import LetterReading

/// The name of the reviewer, which is confidential; those who treat and report are named freely.
///
/// Capitalised words with a medical title, or behind "Dr.", that stand
/// - behind "reviewer", "reviewing physician" or "the expert", directly or behind a mark, "is" or "was";
/// - behind `Reviewed by:`, `Signed,` and the like, `/s/`, or a complimentary close;
/// - behind "this review was performed by", "determination prepared by" and the like;
/// - before "…, Expert Reviewer", or as "I, NAME, M.D.,".
///
/// Behind "name of the reviewer" they need no title.
extension IdentifyingData {
    private static let reviewerLabels = PhraseList("reviewer,reviewing physician,the expert,reviewing doctor")
    /// A name counts only behind a colon or comma: records are reviewed and signed by those who treat.
    private static let signatureLabels = PhraseList(
        "reviewed by,signed by,signed,signature,signature of reviewer,reviewer s signature")
    private static let nameLabels = PhraseList("reviewer name,reviewer s name,name of reviewer,name of the reviewer")
    private static let closings = PhraseList(
        "sincerely,respectfully,respectfully submitted,yours truly,sincerely yours")
    private static let making = PhraseList(
        "performed by,prepared by,authored by,written by,completed by,conducted by,made by,issued by")
    private static let made = WordSet("review determination decision letter rationale")
    private static let auxiliaries = WordSet("was is has been were")
    private static let others = WordSet("utilization ur record records chart peer medical mri imaging utilisation")
    private static let fillers = WordSet("is was named")
    private static let titles = WordSet("md do dc dds dmd dpm phd psyd od lac mph pt np pa rn dpt facs faaos")
    private static let doctor = Word.key(of: "dr")
    private static let reviewer = Word.key(of: "reviewer")
    private static let slashS = Word.key(of: "s")
    private static let person = Word.key(of: "i")
    private static let marks = Array(":,".utf8)

    func names() -> [(Kind, ByteRange)] {
        var found: [(Kind, ByteRange)] = []
        func add(_ name: ByteRange?) {
            if let name { found.append((.reviewerName, name)) }
        }
        for label in IdentifyingData.reviewerLabels.all(in: words, extent) {
            add(name(from: label.upperBound, needsTitle: true))
            if words[label.upperBound - 1].key == IdentifyingData.reviewer {
                add(name(endingBefore: label.lowerBound))
            }
        }
        for label in IdentifyingData.nameLabels.all(in: words, extent) {
            add(name(from: label.upperBound, needsTitle: false))
        }
        for label in IdentifyingData.signatureLabels.all(in: words, extent)
        where words.mark(after: label.upperBound - 1).map({ IdentifyingData.marks.contains($0.byte) }) ?? false {
            add(name(from: label.upperBound, needsTitle: true))
        }
        for label in IdentifyingData.closings.all(in: words, extent) where words.isCapitalized(label.lowerBound) {
            add(name(from: label.upperBound, needsTitle: true))
        }
        for label in IdentifyingData.making.all(in: words, extent) where isOfThisReview(label.lowerBound) {
            add(name(from: label.upperBound, needsTitle: true))
        }
        for name in signers() { add(name) }
        return found
    }

    /// Names behind `/s/`, and behind "I,".
    private func signers() -> [ByteRange?] {
        var found: [ByteRange?] = []
        var candidate = words.first(IdentifyingData.slashS, in: extent)
        while let index = candidate {
            let start = Int(words[index].start)
            let isSlashed = start > 0 && words.text[start - 1] == 0x2F && words.mark(after: index)?.byte == 0x2F
            if isSlashed { found.append(name(from: index + 1, needsTitle: false)) }
            candidate = words.next(after: index, in: extent)
        }
        candidate = words.first(IdentifyingData.person, in: extent)
        while let index = candidate {
            if words.isCapitalized(index), words.hasComma(after: index) {
                found.append(name(from: index + 1, needsTitle: true))
            }
            candidate = words.next(after: index, in: extent)
        }
        return found
    }

    /// Whether "performed by" and the like speak of this review, not of one of records or of utilization.
    private func isOfThisReview(_ verb: Int) -> Bool {
        var index = verb - 1
        while index > extent.lowerBound, verb - index < 4, IdentifyingData.auxiliaries.contains(words[index].key) {
            index -= 1
        }
        guard index >= extent.lowerBound, IdentifyingData.made.contains(words[index].key) else { return false }
        return index == extent.lowerBound || !IdentifyingData.others.contains(words[index - 1].key)
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

    /// "Alan B. Doe, M.D.," directly before a place.
    private func name(endingBefore place: Int) -> ByteRange? {
        // "Expert" or "Physician" may stand between.
        for end in stride(from: place, through: max(extent.lowerBound, place - 4), by: -1) where isTitle(end) {
            var first = end
            while first > extent.lowerBound, end - first < 4, words.isCapitalized(first - 1),
                first == end || !endsName(first - 1)
            {
                first -= 1
            }
            return end - first >= 2 ? words.bytes(first..<end) : nil
        }
        return nil
    }

    /// A sentence or paragraph ends behind a word that is no initial.
    private func endsName(_ index: Int) -> Bool {
        words.gap(before: index + 1) == .paragraph
            || (words.endsSentence(index) && words[index].end - words[index].start > 1)
    }

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
}
