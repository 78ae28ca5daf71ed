package import Determinations

/// The file is no final determination letter.
///
/// **Finds** text in which no layout is recognised: fewer than two of the headings, fixed sentences and labels that letters have.
///
/// **Why it matters:** somebody dropped something else; it is held for a person to look at, and nothing is lost.
///
/// **Example:** an invoice, a fax cover sheet.
///
/// **Quiet:** for every letter of which at least two anchors are left, however damaged the rest is.
package enum S08NotADetermination: HoldingRule {
    package static let code = "S08"
    package static let name = "not-a-determination"

    /// The finding for a text in which only so many anchors were found.
    package static func finding(anchors: Int) -> Finding {
        Finding(
            code: code, name: name, severity: .held, message: "This is no final determination letter.",
            expected: "at least two headings or fixed sentences of a known layout", found: "\(anchors) of them")
    }
}
