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
        var marks: [(range: ByteRange, key: RowKey)] = []
        var first: [RowKey: Int] = [:]
        for finding in findings {
            for evidence in finding.finding.evidence {
                let range = Self.clamped(evidence.range, in: bytes)
                if range.isEmpty { continue }
                marks.append((range, finding.key))
                first[finding.key] = first[finding.key] ?? range.start
            }
        }
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
        func boundary(_ offset: Int) -> Int {
            var offset = min(max(offset, 0), bytes.count)
            while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
            return offset
        }
        return ByteRange(boundary(range.start), boundary(range.end))
    }
}
