package import Determinations
import LetterReading

/// A citation is malformed.
///
/// **Finds**, in a guideline paragraph, a comma with a letter directly behind it, and `Page(s):` or `Section(s):` with nothing
/// behind it.
///
/// **Why it matters:** who looks the citation up may look in the wrong place.
///
/// **Example:** `Page(s): 47,Chronic Pain Treatment Guidelines`.
///
/// **Quiet:** for numbers such as `1,000` or `8,9`, where a line ends behind the comma, and in a scan, where OCR loses blanks.
package enum G03MalformedCitation: AnomalyRule {
    package static let code = "G03"
    package static let name = "malformed-citation"
    package static let severity = Severity.info

    private static let labels = PhraseList("page s,section s")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        if letter.isRecognized { return [] }
        var findings: [Finding] = []
        for checked in letter.items {
            for paragraph in [checked.claimsAdministratorGuideline, checked.reviewerGuideline] {
                for place in gluedCommas(letter.words, paragraph) {
                    findings.append(
                        finding(
                            "A citation for item \(checked.item.number) lacks a space after a comma.",
                            expected: "a space after the comma", found: "\"\(letter.string(place))\"", in: letter,
                            at: [place], item: checked.item.number))
                }
                for place in emptyLabels(letter.words, paragraph) {
                    findings.append(
                        finding(
                            "A citation for item \(checked.item.number) leaves its pages or sections out.",
                            expected: "pages or sections after the label", found: "\"\(letter.string(place))\"",
                            in: letter, at: [place], item: checked.item.number))
                }
            }
        }
        return findings
    }

    /// The two words around a comma that a letter follows directly.
    private static func gluedCommas(_ words: Words, _ paragraph: Range<Int>) -> [ByteRange] {
        paragraph.dropLast().compactMap { index in
            let end = Int(words[index].end)
            guard words.text[end] == UInt8(ascii: ","), Int(words[index + 1].start) == end + 1,
                (words.text[end + 1] | 0x20) &- 0x61 < 26
            else { return nil }
            return words.bytes(index..<(index + 2))
        }
    }

    /// `Page(s):` or `Section(s):` with a full stop, a comma or the end of the paragraph behind it.
    private static func emptyLabels(_ words: Words, _ paragraph: Range<Int>) -> [ByteRange] {
        labels.all(in: words, paragraph).compactMap { label in
            var offset = Int(words[label.upperBound - 1].end)
            if offset < words.text.count, words.text[offset] == UInt8(ascii: ")") { offset += 1 }
            guard offset < words.text.count, words.text[offset] == UInt8(ascii: ":") else { return nil }
            let next = words.text[(offset + 1)...].first { !Folding.isWhite($0) }
            let isLast = label.upperBound >= paragraph.upperBound
            guard isLast || next == UInt8(ascii: ".") || next == UInt8(ascii: ",") else { return nil }
            return ByteRange(Int(words[label.lowerBound].start), offset + 1)
        }
    }
}
