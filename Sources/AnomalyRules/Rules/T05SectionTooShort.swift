package import Determinations
import LetterReading

/// A case summary or a rationale is too short to be whole.
///
/// **Finds** a case summary under 200 characters and a rationale under 60.
///
/// **Why it matters:** the medical condition and the clinical reasons must be stated (8 CCR 9792.10.6(d)); so little text is
/// nearly always what a failed copy left.
///
/// **Example:** a rationale that reads "Not necessary."
///
/// **Quiet:** for texts that are empty or absent (T01, T03, S06). White space and page breaks do not count.
package enum T05SectionTooShort: AnomalyRule {
    package static let code = "T05"
    package static let name = "section-too-short"
    package static let severity = Severity.warning

    private static let summaryMinimum = 200
    private static let rationaleMinimum = 60

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        var findings: [Finding] = []
        if let summary = letter.determination.summary,
            let length = shortLength(letter.summary, summary, summaryMinimum, letter)
        {
            findings.append(
                finding(
                    "The case summary has only \(length) characters.",
                    expected: "at least \(summaryMinimum) characters", found: "\(length) characters", in: letter,
                    at: [summary]))
        }
        for checked in letter.items {
            guard let rationale = checked.item.rationale,
                let length = shortLength(checked.rationale, rationale, rationaleMinimum, letter)
            else { continue }
            findings.append(
                finding(
                    "The rationale of item \(checked.item.number) has only \(length) characters.",
                    expected: "at least \(rationaleMinimum) characters", found: "\(length) characters", in: letter,
                    at: [rationale], item: checked.item.number))
        }
        return findings
    }

    /// The number of characters when it is under a minimum but not zero.
    private static func shortLength(
        _ words: Range<Int>, _ range: ByteRange, _ minimum: Int, _ letter: CheckedLetter
    ) -> Int? {
        // Words of one character and a blank: twice the minimum cannot be less than that many words.
        guard !range.isEmpty, words.count < minimum else { return nil }
        var bytes = 0
        for index in words {
            bytes += Int(letter.words[index].end - letter.words[index].start) + 1
            if bytes > minimum * 2 { return nil }
        }
        let length = letter.string(range).count
        return length < minimum ? length : nil
    }
}
