/// A half-open range of byte offsets in the text of a letter, counted from 0.
///
/// Every field that is read and every finding points at its bytes with one of these, so that a page can mark them.
public struct ByteRange: Hashable, Sendable {
    /// The offset of the first byte.
    @usableFromInline package let start: Int
    /// The offset after the last byte; never less than `start`.
    @usableFromInline package let end: Int

    /// A range of bytes; an `end` before `start` gives an empty range at `start`.
    @inlinable public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// The number of bytes.
    package var count: Int { end - start }

    /// Whether the range holds no byte.
    package var isEmpty: Bool { start == end }

    /// Whether the other range lies wholly inside this one.
    package func contains(_ other: ByteRange) -> Bool {
        start <= other.start && other.end <= end
    }
}

/// A value together with the bytes it was read from.
public struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What was read.
    @usableFromInline package let value: Value
    /// Where it stands in the text of the letter.
    @usableFromInline package let range: ByteRange

    /// A value and its place.
    @inlinable public init(_ value: Value, at range: ByteRange) {
        self.value = value
        self.range = range
    }
}
