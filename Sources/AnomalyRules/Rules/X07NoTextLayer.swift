package import Determinations

/// The PDF is a scan without text.
///
/// **Finds** a PDF in which not one letter or digit is text.
///
/// **Why it matters:** nothing in it can be read or checked; it is held for a person to run it through OCR, and nothing is lost.
///
/// **Example:** a fax saved as a picture.
///
/// **Quiet:** for every PDF that has a text layer, whatever its quality.
package enum X07NoTextLayer: HoldingRule {
    package static let code = "X07"
    package static let name = "no-text-layer"

    /// The finding for a PDF without text.
    package static func finding() -> Finding {
        finding(
            "The PDF holds no text, as a scan does; run it through OCR and drop it again.",
            expected: "a PDF with a text layer", found: "pictures only")
    }
}
