package import Determinations

/// One rule of the anomaly catalogue.
///
/// One rule is one file. The doc comment above the type is its manual page (`imrd rules show CODE`, Docs/Anomalies.md): it says
/// what the rule finds, why it matters, an example, and when it stays quiet. Codes are for ever: never reused or renumbered.
package protocol AnomalyRule: Sendable {
    /// The catalogue's code, such as `T01`.
    static var code: String { get }
    /// The catalogue's name, such as `summary-truncated`.
    static var name: String { get }
    /// The severity of its findings, unless a finding says otherwise.
    static var severity: Severity { get }
    /// Whether it runs unless the configuration says otherwise.
    static var isOnByDefault: Bool { get }
    /// The findings in one letter; none in a sound one.
    static func findings(in letter: CheckedLetter) -> [Finding]
}

extension AnomalyRule {
    /// How many places one finding points at; more would prove no more.
    private static var mostEvidence: Int { 20 }

    /// Rules run unless they say otherwise.
    package static var isOnByDefault: Bool { true }

    /// A finding of this rule.
    /// - Parameters:
    ///   - message: One sentence for a person.
    ///   - expected: What a sound letter has in this place.
    ///   - found: What this letter has.
    ///   - letter: The letter, for line numbers and quotations.
    ///   - ranges: The bytes that prove it.
    ///   - item: The number of the item concerned.
    ///   - severity: Where it differs from the rule's own.
    static func finding(
        _ message: String, expected: String, found: String, in letter: CheckedLetter, at ranges: [ByteRange],
        item: Int? = nil, severity: Severity? = nil
    ) -> Finding {
        Finding(
            code: code, name: name, severity: severity ?? Self.severity, message: message, expected: expected,
            found: found, item: item, evidence: ranges.prefix(mostEvidence).map { letter.evidence($0) })
    }
}
