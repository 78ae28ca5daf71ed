/// One anomaly in one letter: what was expected, what was found, and the bytes that prove it.
package struct Finding: Hashable, Sendable {
    /// The catalogue's code, such as `T01`; never reused or renumbered.
    package let code: String
    /// The catalogue's name, such as `summary-truncated`.
    package let name: String
    /// How much it matters here.
    package var severity: Severity
    /// One sentence for a person.
    package let message: String
    /// What a sound letter has in this place.
    package let expected: String
    /// What this letter has.
    package let found: String
    /// The number of the item concerned, from 1; nil when the finding concerns the letter.
    package let item: Int?
    /// The bytes of the letter's text that prove it; empty only where the proof is an absence in the whole text.
    package let evidence: [Evidence]

    /// A finding.
    package init(
        code: String, name: String, severity: Severity, message: String, expected: String, found: String,
        item: Int? = nil, evidence: [Evidence] = []
    ) {
        self.code = code
        self.name = name
        self.severity = severity
        self.message = message
        self.expected = expected
        self.found = found
        self.item = item
        self.evidence = evidence
    }
}

/// A place in the letter's text, with a short quotation of it.
package struct Evidence: Hashable, Sendable {
    /// The bytes.
    package let range: ByteRange
    /// The line of the first byte, from 1.
    package let line: Int
    /// At most 160 bytes of what stands there, white space folded; identifying data is masked.
    package let quote: String

    /// A place and its quotation.
    package init(range: ByteRange, line: Int, quote: String) {
        self.range = range
        self.line = line
        self.quote = quote
    }
}
