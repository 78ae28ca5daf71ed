/// The figures of a run.
package struct BenchReport: Sendable {
    /// By class of harm, then by form.
    package private(set) var outcomes: [String: [String: Outcome]] = [:]
    /// How many unharmed letters were checked, by form.
    package private(set) var unharmed: [String: Int] = [:]
    /// Findings on unharmed letters that are not right, by code and severity, then by form.
    package private(set) var falseAlarms: [String: [String: Int]] = [:]
    /// Examples of the classes that were asked for.
    package private(set) var examples: [Example] = []

    /// By the wording of a conclusion: flips of the decision that were done and missed, and blame of unharmed items.
    package private(set) var wordings: [String: (flips: Int, missed: Int, blamed: Int)] = [:]

    /// An empty report.
    package init() {}

    mutating func add(_ outcome: Outcome, to name: String, form: String) {
        outcomes[name, default: [:]][form, default: Outcome()] =
            outcomes[name, default: [:]][form, default: Outcome()] + outcome
    }

    mutating func addUnharmed(form: String) { unharmed[form, default: 0] += 1 }

    mutating func addFalseAlarm(_ name: String, form: String) { falseAlarms[name, default: [:]][form, default: 0] += 1 }

    mutating func addWording(_ wording: String, flips: Int = 0, missed: Int = 0, blamed: Int = 0) {
        let sum = wordings[wording] ?? (0, 0, 0)
        wordings[wording] = (sum.flips + flips, sum.missed + missed, sum.blamed + blamed)
    }

    mutating func add(_ example: Example) { examples.append(example) }

    /// Both taken together.
    package mutating func merge(_ other: BenchReport) {
        for (name, forms) in other.outcomes {
            for (form, outcome) in forms { add(outcome, to: name, form: form) }
        }
        unharmed.merge(other.unharmed, uniquingKeysWith: +)
        for (name, forms) in other.falseAlarms {
            falseAlarms[name, default: [:]].merge(forms, uniquingKeysWith: +)
        }
        for (wording, sum) in other.wordings {
            addWording(wording, flips: sum.flips, missed: sum.missed, blamed: sum.blamed)
        }
        examples += other.examples
    }

    /// A class over all forms.
    package func total(_ name: String) -> Outcome { (outcomes[name] ?? [:]).values.reduce(Outcome(), +) }
}
