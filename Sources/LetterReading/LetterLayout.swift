package import Determinations

/// One layout of final determination letters: how it is recognised and read. One file each; `LetterReader.layouts` lists them.
package protocol LetterLayout: Sendable {
    /// Which layout this is.
    static var layout: Layout { get }
    /// The titles of its sections, in the order the layout has them.
    static var sectionTitles: [String] { get }
    /// How many of the layout's anchors (headings, fixed sentences, labels) stand in a range of words.
    static func anchors(in words: Words, _ range: Range<Int>) -> Int
    /// Reads the letter that fills a range of words.
    static func read(_ words: Words, _ range: Range<Int>) -> Determination
}
