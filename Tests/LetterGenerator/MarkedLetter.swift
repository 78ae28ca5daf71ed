package import Determinations

/// The text of a letter in one form, and where its parts stand.
package struct MarkedLetter: Sendable {
    /// The text, UTF-8.
    package var text: [UInt8]
    /// The places of the parts, in the order of the text.
    package var places: [Part: [ByteRange]]
    /// The number of items.
    package let itemCount: Int
    /// Whose wordings its rationales are; nil for a real letter.
    package let stock: Wordings.Stock?

    /// A text with the places of its parts.
    package init(text: [UInt8], places: [Part: [ByteRange]], itemCount: Int, stock: Wordings.Stock? = nil) {
        self.text = text
        self.places = places
        self.itemCount = itemCount
        self.stock = stock
    }

    /// From the first byte of a part to its last; nil when the letter has none.
    package func place(_ part: Part) -> ByteRange? {
        guard let found = places[part], let first = found.first, let last = found.last else { return nil }
        return ByteRange(first.start, last.end)
    }
}
