package import Determinations

/// L4b, from 2015: header table, three sections; the reviewer's qualifications stand in a block.
///
/// Recognised by two or more of the three headings, their fixed sentences and the items' labels, with the block
/// `The Expert Reviewer has the following credentials:` / `State(s) of Licensure:` / `Certification(s)/Specialty:`, or with a
/// header table and without the sentence of L4a: letters of 2014 have both that sentence and a table.
package enum LayoutL4b: LetterLayout {
    package static let layout = Layout.headerTable
    package static let sectionTitles = ThreeSectionLetter.sectionTitles

    package static func anchors(in words: Words, _ range: Range<Int>) -> Int {
        isRecognised(words, range) ? ThreeSectionLetter.anchors(in: words, range) + 1 : 0
    }

    static func isRecognised(_ words: Words, _ range: Range<Int>) -> Bool {
        Credentials.hasBlock(words, in: range)
            || HeaderTable.hasLabels(words, in: range) && !Credentials.hasSentence(words, in: range)
    }

    package static func read(_ words: Words, _ range: Range<Int>) -> Determination {
        ThreeSectionLetter.read(words, range, as: layout)
    }
}
