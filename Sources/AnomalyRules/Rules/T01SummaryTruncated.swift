package import Determinations

/// The case summary is cut off.
///
/// **Finds** a case summary that does not end in a full stop, exclamation or question mark, closing bracket or quotation mark. When
/// its last word is cut, the finding names the whole word that stands elsewhere in the letter.
///
/// **Why it matters:** the employee's medical condition must be stated (8 CCR 9792.10.6(d)); a cut text can hide what the
/// decision rests on.
///
/// **Example:** "… are unchanged from visit to visi".
///
/// **Quiet:** white space and page breaks at the end are taken off first. In a scan, where OCR may miss a full stop, only a cut word and
/// one that no sentence ends with ("of") count.
package enum T01SummaryTruncated: AnomalyRule {
    package static let code = "T01"
    package static let name = "summary-truncated"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard let summary = letter.determination.summary else { return [] }
        let end = PassageEnd(of: summary, in: letter.words)
        guard end.isCutOff(isRecognized: letter.isRecognized) else { return [] }
        let tail = letter.tail(of: summary)
        let cut = end.cutWord.map { " in the middle of a word (\"\($0.whole)\" stands elsewhere in the letter)" }
        return [
            finding(
                summary.isEmpty ? "The case summary is empty." : "The case summary is cut off\(cut ?? "").",
                expected: "a text that ends a sentence",
                found: summary.isEmpty ? "no text" : "\"\(letter.quote(tail, most: 80))\" at the end",
                in: letter, at: [end.cutWord?.range ?? tail])
        ]
    }
}
