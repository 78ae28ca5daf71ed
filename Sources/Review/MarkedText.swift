package import Determinations
package import Register

/// The text of a letter cut where marks begin and end, so that whoever shows it can mark each piece.
package struct MarkedText: Hashable, Sendable {
    /// A piece of the text on which the same marks lie.
    package struct Segment: Hashable, Sendable {
        /// The text, raw: it may hold control characters, tags and whatever else the letter has.
        package let text: String
        /// The findings whose evidence covers it, in their order; empty for most of the text.
        package let findings: [RowKey]
        /// Where it stands in the letter's text.
        package let range: ByteRange
        /// The line of its first byte, from 1.
        package let line: Int
        /// The findings whose first evidence begins here: the places to jump to.
        package let beginnings: [RowKey]
    }

    /// The pieces in their order; joined they are the whole text.
    package let segments: [Segment]

    /// The text with the evidence of findings marked; ranges outside the text are cut to it, and to whole characters.
    package init(_ bytes: [UInt8], findings: [RegisteredFinding]) {
        self.init(
            bytes,
            marks: findings.flatMap { finding in
                finding.finding.evidence.map { (range: $0.range, key: finding.key) }
            })
    }

    init(_ bytes: [UInt8], marks wanted: [(range: ByteRange, key: RowKey)]) {
        let marks = wanted.map { (range: Self.clamped($0.range, in: bytes), key: $0.key) }.filter { !$0.range.isEmpty }
        var first: [RowKey: Int] = [:]
        for mark in marks { first[mark.key] = first[mark.key] ?? mark.range.start }
        let cuts = Set(marks.flatMap { [$0.range.start, $0.range.end] } + [0, bytes.count]).sorted()
        let lines = LineIndex(bytes)
        segments = zip(cuts, cuts.dropFirst()).map { start, end in
            var covering: [RowKey] = []
            for mark in marks where mark.range.start <= start && end <= mark.range.end && !covering.contains(mark.key) {
                covering.append(mark.key)
            }
            return Segment(
                text: String(decoding: bytes[start..<end], as: UTF8.self), findings: covering,
                range: ByteRange(start, end), line: lines.line(at: start),
                beginnings: covering.filter { first[$0] == start })
        }
    }

    private static func clamped(_ range: ByteRange, in bytes: [UInt8]) -> ByteRange {
        var start = min(max(range.start, 0), bytes.count)
        var end = min(max(range.end, 0), bytes.count)
        if start >= end { return ByteRange(start, start) }
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return ByteRange(start, end)
    }
}
