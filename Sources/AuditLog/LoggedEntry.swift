package import Records

/// A line that stands in the log.
package struct LoggedEntry: Hashable, Sendable {
    /// Its number, from 0.
    package let seq: Int
    /// Its bytes, without the newline.
    package let line: [UInt8]

    /// A line and its number.
    package init(seq: Int, line: [UInt8]) {
        self.seq = seq
        self.line = line
    }

    /// A line as read from a file; nil when it does not start as every line does.
    init?(_ line: [UInt8]) {
        guard let seq = LoggedEntry.seq(startOf: line[...]) else { return nil }
        self.init(seq: seq, line: line)
    }

    /// The line as an object; null when it is damaged.
    package var json: JSON { (try? JSON(reading: line)) ?? .null }

    /// What it reports, read from its fixed place without the rest; nil when the line is not as every line is.
    package var event: AuditEvent? {
        guard let comma = line.firstIndex(of: UInt8(ascii: ",")) else { return nil }
        // ,"time":"2026-11-21T03:07:39.120Z","event":"
        let rest = line.dropFirst(comma + 44)
        return AuditEvent(rawValue: String(decoding: rest.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
    }

    /// The number at the start of a line, `{"seq":41,…`; nil when there is none in the canonical form.
    static func seq(startOf line: ArraySlice<UInt8>) -> Int? {
        let opening = Array("{\"seq\":".utf8)
        guard line.starts(with: opening) else { return nil }
        let digits = line.dropFirst(opening.count).prefix { (0x30...0x39).contains($0) }
        let text = String(decoding: digits, as: UTF8.self)
        guard line.dropFirst(opening.count + digits.count).first == UInt8(ascii: ","), let seq = Int(text),
            String(seq) == text
        else { return nil }
        return seq
    }
}
