package import Determinations

/// Another letter of the same case was filed before.
///
/// **Finds** a letter whose case number is that of an earlier letter with another text.
///
/// **Why it matters:** one of them may replace the other; both are kept and linked, and somebody has to say which counts.
///
/// **Example:** a corrected letter two weeks after the first.
///
/// **Quiet:** when the text is the same (F01), and for letters without a case number.
package enum F02RevisedCopy: AnomalyRule {
    package static let code = "F02"
    package static let name = "revised-copy"
    package static let severity = Severity.warning

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard letter.history.sameLetter == nil, let earlier = letter.history.sameCase.last,
            let caseNumber = letter.determination.header?.caseNumber.value
        else { return [] }
        return [
            finding(
                "Another letter of case \(caseNumber.value) was filed before.",
                expected: "one letter for each case",
                found: "\(letter.history.sameCase.count) before; last as "
                    + earlier.path, in: letter, at: [caseNumber.range])
        ]
    }
}
