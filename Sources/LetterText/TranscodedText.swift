import Determinations

/// UTF-8 made from another encoding, with the places where the source made no sense.
struct TranscodedText {
    /// The text so far, always valid UTF-8.
    private(set) var bytes: [UInt8] = []
    /// The U+FFFD that stand for what could not be decoded, in rising order, neighbours joined.
    private(set) var undecodable: [ByteRange] = []

    /// An empty text that expects to grow to a size in bytes.
    init(expecting count: Int) { bytes.reserveCapacity(count) }

    /// Adds bytes that are known to be UTF-8.
    mutating func append(_ valid: ArraySlice<UInt8>) { bytes += valid }

    /// Adds one character.
    mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            bytes += String(scalar).utf8
        }
    }

    /// Adds U+FFFD for something that could not be decoded.
    mutating func appendReplacement() {
        let start = bytes.count
        bytes += UTF8Text.replacement
        undecodable.extend(to: ByteRange(start, bytes.count))
    }
}

extension [ByteRange] {
    /// Adds a range at the end, joined with the last one where they touch.
    mutating func extend(to range: ByteRange) {
        if let last, last.end == range.start {
            self[count - 1] = ByteRange(last.start, range.end)
        } else {
            append(range)
        }
    }
}
