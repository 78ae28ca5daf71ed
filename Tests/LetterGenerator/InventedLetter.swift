/// A letter that nobody ever wrote: its paragraphs, and what they say.
package struct InventedLetter: Sendable {
    /// What it says.
    package let truth: LetterTruth
    /// Its paragraphs below the header table.
    let passages: [Passage]
    /// How it is set.
    let style: TypeStyle

    /// The letter in one form; the same each time.
    package func text(_ form: TextForm) -> MarkedLetter {
        var typesetter = Typesetter(form: form, style: style)
        if !form.isHeaderLost, !truth.header.isEmpty { typesetter.addHeader(truth.header) }
        for passage in passages { typesetter.add(passage) }
        return typesetter.finish(itemCount: truth.items.count, stock: truth.stock)
    }
}

/// How a letter is set on lines and pages.
struct TypeStyle: Sendable {
    /// The most bytes on a line.
    let width: Int
    /// The lines of a page.
    let linesPerPage: Int
    /// The lines missing on the first page, so that pages end anywhere.
    let firstPageLess: Int
    /// Whether the reading order gives all labels before all values, or column by column.
    let isHeaderByColumn: Bool
}
