/// What a file is, told by its content and never by its name.
package enum MediaType: String, Hashable, Sendable {
    /// A PDF: `%PDF-` stands within its first 1024 bytes, where readers look for it (ISO 32000-1, Annex H.3.4.1).
    case pdf = "application/pdf"
    /// Text in one of the encodings of `TextEncoding`.
    case text = "text/plain"
    /// Anything else.
    case other = "application/octet-stream"

    /// What the bytes of a file without usable text are: a PDF, or something else.
    package init(ofUnread bytes: [UInt8]) { self = MediaType.isPDF(bytes) ? .pdf : .other }

    /// Whether the bytes are those of a PDF.
    static func isPDF(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(1024)
        return head.indices.contains { head[$0] == UInt8(ascii: "%") && head[$0...].starts(with: "%PDF-".utf8) }
    }
}
