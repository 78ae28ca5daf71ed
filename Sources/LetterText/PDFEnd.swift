/// The end of a PDF, by which a cut file is told from a whole one.
enum PDFEnd {
    /// Whether `%%EOF` stands in the last 2 KiB, not counting white space and NUL bytes after it.
    static func isPresent(in bytes: [UInt8]) -> Bool {
        let mark = Array("%%EOF".utf8)
        let end = (bytes.lastIndex { $0 > UInt8(ascii: " ") } ?? -1) + 1
        let tail = max(0, end - 2048)..<max(0, end - mark.count + 1)
        return tail.contains { bytes[$0...].starts(with: mark) }
    }
}
