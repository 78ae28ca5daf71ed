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

    /// When it was written, read from its fixed place without the rest; as text it sorts by time.
    package var time: String { text(after: 9) }

    /// What it reports, read from its fixed place without the rest; nil when the line is not as every line is.
    package var event: AuditEvent? { AuditEvent(rawValue: text(after: 44)) }

    /// The text that begins so many bytes behind the number, in `,"time":"2026-11-21T03:07:39.120Z","event":"filed"`.
    private func text(after count: Int) -> String {
        let rest = line.drop { $0 != UInt8(ascii: ",") }.dropFirst(count)
        return String(decoding: rest.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
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
