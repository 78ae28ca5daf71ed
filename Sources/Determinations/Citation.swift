/// One ground that a guideline paragraph gives for a decision.
package struct Citation: Hashable, Sendable {
    /// What is cited.
    package enum Source: String, Hashable, Sendable, CaseIterable {
        /// A chapter of the Medical Treatment Utilization Schedule.
        case schedule = "MTUS"
        /// The practice guidelines of the American College of Occupational and Environmental Medicine, outside the MTUS.
        case occupationalMedicine = "ACOEM"
        /// The Official Disability Guidelines.
        case officialDisability = "ODG"
        /// Anything else outside the MTUS.
        case other = "non-MTUS"
        /// "… did not base their decision on the MTUS", or on recommendations outside of it: says so, and cites nothing.
        case outsideSchedule = "outside MTUS"
        /// "… did not cite any medical evidence."
        case noEvidence = "no evidence"
    }

    /// What is cited.
    package let source: Source
    /// The chapter or title; nil where the sentence itself is the ground.
    package let title: ByteRange?
    /// The edition's year; nil when none is given.
    package let year: Int?
    /// The sections, each as one range; empty when none is named.
    package let sections: [ByteRange]
    /// The pages as written after `Page(s):`; nil when none are given, empty when the label stands alone.
    package let pages: ByteRange?
    /// The whole citation.
    package let range: ByteRange

    /// A citation.
    package init(
        _ source: Source, title: ByteRange?, year: Int?, sections: [ByteRange], pages: ByteRange?, range: ByteRange
    ) {
        self.source = source
        self.title = title
        self.year = year
        self.sections = sections
        self.pages = pages
        self.range = range
    }
}
