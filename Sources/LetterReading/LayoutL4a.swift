package import Determinations

/// L4a, late 2013 to early 2015: three sections; the reviewer's qualifications stand in a sentence.
///
/// Recognised by two or more of the three headings, their fixed sentences and the items' labels, without the block
/// `The Expert Reviewer has the following credentials:`, and with the sentence or without a header table. The sentence reads
/// "The (expert|physician) reviewer is Board Certified in X [and Y][, has a subspecialty in Z], and is licensed to practice in
/// STATE."
package enum LayoutL4a: LetterLayout {
    package static let layout = Layout.inlineCredentials
    package static let sectionTitles = ThreeSectionLetter.sectionTitles

    package static func anchors(in words: Words, _ range: Range<Int>) -> Int {
        LayoutL4b.isRecognised(words, range) ? 0 : ThreeSectionLetter.anchors(in: words, range)
    }

    package static func read(_ words: Words, _ range: Range<Int>) -> Determination {
        ThreeSectionLetter.read(words, range, as: layout)
    }
}
