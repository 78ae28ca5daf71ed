package import Determinations

/// One layout of final determination letters: how it is recognised and read. One file each; `LetterReader.layouts` lists them.
package protocol LetterLayout: Sendable {
    /// Which layout this is.
    static var layout: Layout { get }
    /// The titles of its sections, in the order the layout has them.
    static var sectionTitles: [String] { get }
    /// Whether it is known which fields the layout's header has; where it is not, the absence of one says nothing.
    static var establishesHeader: Bool { get }
    /// Whether it is known how the layout writes its items and decisions; where it is not, their absence says nothing.
    static var establishesItems: Bool { get }
    /// Whether it is known how the layout labels the guidelines and the rationale of each item.
    static var establishesGrounds: Bool { get }
    /// How many of the layout's anchors (headings, fixed sentences, labels) stand in a range of words.
    static func anchors(in words: Words, _ range: Range<Int>) -> Int
    /// Reads the letter that fills a range of words.
    static func read(_ words: Words, _ range: Range<Int>) -> Determination
}

extension LetterLayout {
    /// Most layouts are known whole.
    package static var establishesHeader: Bool { true }
    /// Most layouts are known whole.
    package static var establishesItems: Bool { true }
    /// Most layouts are known whole.
    package static var establishesGrounds: Bool { true }
}
