/// How one class of harm fared in one form.
package struct Outcome: Hashable, Sendable {
    /// How often the harm was done.
    package var done = 0
    /// How often one of the codes of the class was found.
    package var found = 0
    /// How often there was any new warning or error, whatever its code.
    package var noticed = 0

    /// Nothing yet.
    package init() {}

    /// The share found, 0 to 1; 1 when nothing was done.
    package var recall: Double { done == 0 ? 1 : Double(found) / Double(done) }

    /// Both taken together.
    package static func + (left: Outcome, right: Outcome) -> Outcome {
        var sum = left
        sum.done += right.done
        sum.found += right.found
        sum.noticed += right.noticed
        return sum
    }
}

/// A place where a harm was missed, or where an unharmed letter was blamed.
package struct Example: Sendable {
    /// The class of harm, or `unharmed CODE`.
    package let name: String
    /// The letter and its form.
    package let letter: String
    /// What was done.
    package let note: String
    /// The text around it.
    package let text: String
    /// What was found.
    package let findings: [String]
}
