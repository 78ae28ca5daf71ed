/// How much of a treatment is asked for: `#60`, `12 sessions`, `240 grams`.
package struct Quantity: Hashable, Sendable, CustomStringConvertible {
    /// What is counted or measured; the raw value is the plural as printed.
    package enum Unit: String, Hashable, Sendable, CaseIterable {
        /// Pieces of whatever is asked for, as in `#60` or `Qty: 2`.
        case pieces
        /// Repetitions, as in `times 2` or `ten (10) times`.
        case times
        case sessions, visits, treatments, units, injections
        case tablets, capsules, patches, tubes, bottles, boxes, pairs
        case grams, ounces
        case milliliters = "ml"
    }

    /// The number.
    package let amount: Amount
    /// What it counts.
    package let unit: Unit

    /// A quantity.
    package init(_ amount: Amount, _ unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    /// `#60`, `12 sessions`, `1 session`, `240 grams`, `2 times`.
    package var description: String {
        switch unit {
        case .pieces: return "#\(amount)"
        case .milliliters: return "\(amount) ml"
        case .patches where amount == Amount(1), .boxes where amount == Amount(1):
            return "1 \(unit.rawValue.dropLast(2))"
        default: return amount == Amount(1) ? "1 \(unit.rawValue.dropLast())" : "\(amount) \(unit.rawValue)"
        }
    }
}
