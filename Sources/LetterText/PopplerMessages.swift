/// What pdftotext wrote to its standard error.
///
/// Measured by damaging sound letters: nearly every error went with lost text, while warnings, unimplemented features
/// and configuration errors did not. So every error counts, except those about how a page looks.
struct PopplerMessages {
    /// The errors that mean lost content, each once, at most `kept`, without what stands between quotation marks:
    /// poppler quotes from the page there.
    let errors: [String]
    /// Whether a password was asked for.
    let asksForPassword: Bool
    /// Whether memory ran out.
    let ranOutOfMemory: Bool
    /// The last line, for a file that could not be opened; nil when nothing was said.
    let last: String?

    private static let kept = 5
    private static let kinds = ["Syntax Error", "Internal Error", "I/O Error", "Syntax Warning: May not be a PDF"]
    private static let harmless = [
        "color space", "colour", "ICC", "Font Weight", "font descriptor", "shading", "annotation", "Annot", "outline",
        "AcroForm", "destination", "closepath", "Suspects", "bounding box",
    ]

    init(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map(Self.readable)
        asksForPassword = lines.contains { $0.hasSuffix("Incorrect password") }
        ranOutOfMemory = lines.contains { $0.contains("Out of memory") || $0.contains("bad_alloc") }
        last = lines.last
        var errors: [String] = []
        for line in lines where errors.count < Self.kept {
            guard Self.kinds.contains(where: line.hasPrefix), !Self.harmless.contains(where: line.contains) else {
                continue
            }
            if !errors.contains(line) { errors.append(line) }
        }
        self.errors = errors
    }

    /// At most 120 printable ASCII characters of a line, with empty quotation marks and without the file position.
    private static func readable(_ line: ArraySlice<UInt8>) -> String {
        var text = ""
        var closing: Character?
        for byte in line.prefix(400) where (0x20..<0x7F).contains(byte) {
            let character = Character(Unicode.Scalar(byte))
            if let end = closing {
                guard character == end else { continue }
                closing = nil
            } else if character == "'" || character == "<" || character == "(" {
                closing = character == "'" ? "'" : character == "<" ? ">" : ")"
            }
            text.append(character)
        }
        return String(text.replacing(" ()", with: "").prefix(120))
    }
}
