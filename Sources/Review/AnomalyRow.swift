package import Determinations
package import Register

/// A finding in a list, with the letter it is about.
package struct AnomalyRow: Hashable, Sendable {
    /// The finding, its state, and the key (`41.2`) by which people name it.
    package let finding: RegisteredFinding
    /// The letter.
    package let letter: RegisteredLetter
}

/// A page of findings, the most severe first, of one severity the newest letter first, of one letter in their order.
package struct AnomalyPage: Hashable, Sendable {
    /// The findings.
    package let rows: [AnomalyRow]
    /// Where the next page goes on; nil on the last one.
    package let next: FindingPlace?
}

/// The same finding on many letters: all findings of a rule, by how far their review is.
package struct AnomalyGroup: Hashable, Sendable {
    /// The rule's code.
    package let code: String
    /// The rule's name; the code where no rule has it any more.
    package let name: String
    /// The most severe of them.
    package let severity: Severity
    /// How many are in each state; a state without findings is absent.
    package let numbers: [FindingState: Int]
    /// How many there are.
    package var total: Int { numbers.values.reduce(0, +) }
}

extension FindingPlace: LosslessStringConvertible {
    /// `error-41.2`, as it may stand in an address.
    package var description: String { "\(severity.rawValue)-\(key)" }

    /// A place from its text; nil when the text is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let severity = Severity(rawValue: String(parts[0])), let key = RowKey(parts[1]) else {
            return nil
        }
        self.init(severity: severity, key: key)
    }
}
