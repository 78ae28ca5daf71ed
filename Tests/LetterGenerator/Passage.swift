/// A paragraph before it is set on lines, with the parts that stand in it.
///
/// A newline forces a line to end; any other run of blanks may become the end of a line.
package struct Passage: Sendable {
    /// How a paragraph is set.
    package enum Style: Sendable {
        /// In the middle of the line.
        case centred
        /// From the left margin.
        case body
        /// From the left margin, with no blank line between it and the paragraph before.
        case attached
    }

    /// How it is set.
    let style: Style
    /// The text.
    private(set) var text: [UInt8] = []
    /// The parts and their ranges in the text.
    private(set) var marks: [(part: Part, range: Range<Int>)] = []

    /// An empty paragraph.
    init(_ style: Style) { self.style = style }

    /// A paragraph of one part.
    init(_ style: Style, _ text: String, as part: Part? = nil) {
        self.style = style
        add(text, as: part)
    }

    /// Adds a text, and notes the part that it is.
    mutating func add(_ added: String, as part: Part? = nil) {
        let start = text.count
        text.append(contentsOf: added.utf8)
        if let part { marks.append((part, start..<text.count)) }
    }

    /// Notes the part that the last bytes are.
    mutating func mark(_ part: Part, last count: Int) { marks.append((part, (text.count - count)..<text.count)) }
}
