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
        // Nothing grows by folding, and room made at once costs less than room for each byte.
        var folded = [UInt8](repeating: 0, count: range.count)
        var count = 0
        var position = range.start
        var isPending = false
        var lineEnded = false
        while position < range.end {
            let byte = text[position]
            let white = whiteLength(byte, at: position, in: text, before: range.end)
            if white > 0 {
                isPending = true
                lineEnded = lineEnded || byte == 0x0A || byte == 0x0D || byte == 0x0C
                position += white
                continue
            }
            if isPending {
                if count > 0, !(lineEnded && joinsAfterHyphen(folded[..<count])) {
                    folded[count] = 0x20
                    count += 1
                }
                isPending = false
                lineEnded = false
            }
            folded[count] = byte
            count += 1
            position += 1
        }
        folded.removeLast(folded.count - count)
        return folded
    }

    /// How many bytes of white space begin at a position, with no-break space and byte order mark; 0 for anything else.
    @inline(__always)
    private static func whiteLength(_ byte: UInt8, at position: Int, in text: [UInt8], before end: Int) -> Int {
        if isWhite(byte) { return 1 }
        if byte < 0xC2 { return 0 }
        if byte == 0xC2, position + 1 < end, text[position + 1] == 0xA0 { return 2 }
        if byte == 0xEF, position + 2 < end, text[position + 1] == 0xBB, text[position + 2] == 0xBF { return 3 }
        return 0
    }

    private static func joinsAfterHyphen(_ folded: ArraySlice<UInt8>) -> Bool {
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
