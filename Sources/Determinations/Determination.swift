/// What one final determination letter says, every field with the bytes it was read from.
///
/// Texts are ranges of the letter's text; whoever shows them folds their white space (`Folding`).
package struct Determination: Sendable {
    /// The layout it was recognised as.
    package let layout: Layout
    /// The bytes of this letter; the whole text unless several letters stand in one file.
    package let extent: ByteRange
    /// The sections found, in the order of the text.
    package let sections: [Section]
    /// The header table; nil when not one of its labels was seen.
    package let header: Header?
    /// The reviewer's qualifications.
    package let reviewer: Reviewer
    /// The free text of the case summary; nil when the section is absent.
    package let summary: ByteRange?
    /// The disputed items in their order.
    package let items: [Item]
    /// How the text had to be read.
    package let provenance: ReadingProvenance

    /// A determination.
    package init(
        layout: Layout, extent: ByteRange, sections: [Section], header: Header?, reviewer: Reviewer,
        summary: ByteRange?, items: [Item], provenance: ReadingProvenance
    ) {
        self.layout = layout
        self.extent = extent
        self.sections = sections
        self.header = header
        self.reviewer = reviewer
        self.summary = summary
        self.items = items
        self.provenance = provenance
    }

    /// The case number, when the header has a valid one.
    package var caseNumber: CaseNumber? { header?.caseNumber.value?.value }
}

/// The layouts of final determination letters, by their era.
package enum Layout: String, Hashable, Sendable, CaseIterable {
    /// 2013: notice with numbered determinations.
    case noticeOfDetermination = "L1"
    /// 2013 and 2014: sections with a list of documents reviewed.
    case documentsReviewed = "L2"
    /// 2013 and 2014: medical professional review.
    case professionalReview = "L3"
    /// Late 2013 to early 2015: three sections, the reviewer's qualifications inline.
    case inlineCredentials = "L4a"
    /// From 2015: header table, three sections, the reviewer's qualifications as a block.
    case headerTable = "L4b"
}

/// A section of a letter: its heading and what stands below it.
package struct Section: Hashable, Sendable {
    /// The heading's words as the layout has them.
    package let title: String
    /// Where the heading stands.
    package let heading: ByteRange
    /// Everything after the heading up to the next one.
    package let body: ByteRange

    /// A section.
    package init(title: String, heading: ByteRange, body: ByteRange) {
        self.title = title
        self.heading = heading
        self.body = body
    }
}

/// How the text of a letter had to be read; facts about the extraction, not anomalies.
package struct ReadingProvenance: Hashable, Sendable {
    /// Whether every line was followed by an empty one.
    package let isDoubleSpaced: Bool
    /// How many form feeds parted pages.
    package let formFeeds: Int
    /// Whether header labels and values had to be paired by order, because they do not stand side by side.
    package let isHeaderPairedByOrder: Bool

    /// How a text was read.
    package init(isDoubleSpaced: Bool, formFeeds: Int, isHeaderPairedByOrder: Bool) {
        self.isDoubleSpaced = isDoubleSpaced
        self.formFeeds = formFeeds
        self.isHeaderPairedByOrder = isHeaderPairedByOrder
    }
}
