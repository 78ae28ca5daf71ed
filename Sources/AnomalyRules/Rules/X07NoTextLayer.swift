/// The PDF is a scan without text.
///
/// **Finds** a PDF in which not one letter or digit is text.
///
/// **Why it matters:** without OCR nothing in it can be read or checked. Where tesseract is installed it is read by that, and filed: the
/// record of the letter then says `"ocr":true`. Else it is held for a person, and nothing is lost.
///
/// **Example:** a fax saved as a picture.
///
/// **Quiet:** for every PDF that has a text layer, whatever its quality, and for a scan that OCR has read.
package enum X07NoTextLayer: HoldingRule {
    package static let code = "X07"
    package static let name = "no-text-layer"
}
