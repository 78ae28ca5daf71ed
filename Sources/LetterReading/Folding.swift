package import Determinations

/// The text of a range as a person would write it on one line.
///
/// - Runs of white space, line ends and page breaks become one blank; none is left at the ends.
/// - A line that ends in a hyphen with no blank before it is joined to the next without a blank and keeps the hyphen.
package enum Folding {
    /// Whether a byte is white space; the bytes of longer white space are told apart by `trimmed` only.
    @inline(__always)
    package static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

    /// The folded text of a range of a text.
    package static func string(_ text: [UInt8], _ range: ByteRange) -> String {
        String(decoding: bytes(text, range), as: UTF8.self)
    }

    /// The folded bytes of a range of a text.
    package static func bytes(_ text: [UInt8], _ range: ByteRange) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(range.count)
        var position = range.start
        var isPending = false
        var lineEnded = false
        while position < range.end {
            let byte = text[position]
            let noBreakSpace = byte == 0xC2 && position + 1 < range.end && text[position + 1] == 0xA0
            let mark =
                byte == 0xEF && position + 2 < range.end && text[position + 1] == 0xBB && text[position + 2] == 0xBF
            if isWhite(byte) || noBreakSpace || mark {
                isPending = true
                lineEnded = lineEnded || byte == 0x0A || byte == 0x0D || byte == 0x0C
                position += noBreakSpace ? 2 : mark ? 3 : 1
                continue
            }
            if isPending, !folded.isEmpty, !(lineEnded && joinsAfterHyphen(folded)) { folded.append(0x20) }
            isPending = false
            lineEnded = false
            folded.append(byte)
            position += 1
        }
        return folded
    }

    private static func joinsAfterHyphen(_ folded: [UInt8]) -> Bool {
        folded.count >= 2 && folded[folded.count - 1] == 0x2D && folded[folded.count - 2] != 0x20
            && folded[folded.count - 2] != 0x2D
    }

    /// The range without white space at its ends.
    package static func trimmed(_ text: [UInt8], _ range: ByteRange) -> ByteRange {
        var start = range.start
        var end = min(range.end, text.count)
        while start < end {
            if isWhite(text[start]) {
                start += 1
            } else if start + 1 < end, text[start] == 0xC2, text[start + 1] == 0xA0 {
                start += 2
            } else if start + 2 < end, text[start] == 0xEF, text[start + 1] == 0xBB, text[start + 2] == 0xBF {
                start += 3
            } else {
                break
            }
        }
        while end > start {
            if isWhite(text[end - 1]) {
                end -= 1
            } else if end - 2 >= start, text[end - 2] == 0xC2, text[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return ByteRange(start, end)
    }
}
