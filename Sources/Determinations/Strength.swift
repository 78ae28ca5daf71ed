/// How strong a drug is: `50 mg`, `10/325 mg`, `5%`, `25 mg/ml`.
package struct Strength: Hashable, Sendable, CustomStringConvertible {
    /// The unit of the amounts; the raw value is printed.
    package enum Unit: String, Hashable, Sendable, CaseIterable {
        case milligrams = "mg"
        case micrograms = "mcg"
        case percent = "%"
    }

    /// What the amounts are dissolved in or spread over; the raw value is printed.
    package enum Base: String, Hashable, Sendable, CaseIterable {
        case milliliter = "ml"
        case hour
    }

    /// One amount for each substance, in the order written.
    package let amounts: [Amount]
    /// Their unit.
    package let unit: Unit
    /// How much of the base the amounts belong to; nil when none is named.
    package let baseAmount: Amount?
    /// The base; nil when none is named.
    package let base: Base?

    /// A strength.
    package init(_ amounts: [Amount], _ unit: Unit, per base: Base? = nil, amount baseAmount: Amount? = nil) {
        self.amounts = amounts
        self.unit = unit
        self.base = base
        self.baseAmount = baseAmount
    }

    /// `50 mg`, `10/325 mg`, `5%`, `25 mg/ml`, `5 mg/5 ml`.
    package var description: String {
        var text = amounts.map(\.description).joined(separator: "/") + (unit == .percent ? "" : " ") + unit.rawValue
        if let base { text += "/" + (baseAmount.map { "\($0) " } ?? "") + base.rawValue }
        return text
    }
}
