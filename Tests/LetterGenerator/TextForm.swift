/// The ways in which the text of one and the same letter arrives.
package enum TextForm: String, Sendable, CaseIterable {
    /// As `pdftotext -layout` gives it: centred headings, the header table side by side, form feeds.
    case layout
    /// In reading order: header labels before header values, no blank lines between paragraphs.
    case order
    /// As `pdftotext -raw` gives it: labels and values on one line without columns.
    case raw
    /// Each line followed by an empty one, the header table lost, pages parted by empty lines.
    case doubleSpaced
    /// As `layout` with lines that end in CRLF.
    case carriageReturns
    /// As `layout` with pages parted by empty lines.
    case newlinePages

    /// Whether the header table is lost.
    package var isHeaderLost: Bool { self == .doubleSpaced }
}
