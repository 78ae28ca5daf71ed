package import Determinations

/// The file is incomplete: pages may be lost.
///
/// **Finds** a PDF without its end marker, a PDF of which something could not be read, and a text longer than the limit.
///
/// **Why it matters:** what is lost may be an item with its decision. The letter is filed as it came; the sender should be asked for
/// it again.
///
/// **Example:** a PDF whose copy was broken off.
///
/// **Quiet:** for damage that loses nothing, such as a wrong index of objects that could be made again.
package enum T06PDFIncomplete: AnomalyRule {
    package static let code = "T06"
    package static let name = "pdf-incomplete"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard letter.numberInFile == 1 else { return [] }
        return letter.damage.compactMap { damage in
            switch damage {
            case .pdfWithoutEnd:
                finding(
                    "The PDF was cut off: its end marker is missing.", expected: "%%EOF near the end of the file",
                    found: "no end marker", in: letter, at: [])
            case .pdfDamaged(let message):
                finding(
                    "The PDF is damaged, and something of it is lost.", expected: "a PDF that can be read whole",
                    found: message, in: letter, at: [])
            case .cutAtLimit(let bytes):
                finding(
                    "The text is longer than the limit and was cut there.", expected: "a text within the limit",
                    found: "more than \(bytes) bytes", in: letter, at: [])
            case .undecodable, .replacementCharacter, .mojibake, .implausible: nil
            }
        }
    }
}
