/// What a file is, told by its content and never by its name.
package enum MediaType: String, Hashable, Sendable {
    /// A PDF: `%PDF-` stands within its first 1024 bytes, where readers look for it (ISO 32000-1, Annex H.3.4.1).
    case pdf = "application/pdf"
    /// Text in one of the encodings of `TextEncoding`.
    case text = "text/plain"
    /// Anything else.
    case other = "application/octet-stream"

    /// Whether the bytes are those of a PDF.
    static func isPDF(_ bytes: [UInt8]) -> Bool {
        let mark = Array("%PDF-".utf8)
        let head = bytes.prefix(1024)
        return head.indices.contains { bytes[$0...].starts(with: mark) && $0 + mark.count <= head.endIndex }
    }
}
