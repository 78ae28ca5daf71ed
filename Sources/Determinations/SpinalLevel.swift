/// A level of the spine: one vertebra or nerve root (`L5`), or the segment between two (`L4-L5`).
package struct SpinalLevel: Hashable, Sendable, CustomStringConvertible {
    /// A vertebra or nerve root.
    package struct Vertebra: Hashable, Sendable, CustomStringConvertible {
        /// The part of the spine; the raw value is its letter.
        package enum Part: String, Hashable, Sendable, CaseIterable {
            case cervical = "C"
            case thoracic = "T"
            case lumbar = "L"
            case sacral = "S"

            var highest: Int {
                switch self {
                case .cervical: 8
                case .thoracic: 12
                case .lumbar: 6
                case .sacral: 5
                }
            }
        }

        /// The part of the spine.
        package let part: Part
        /// The number within the part, from 1.
        package let number: Int

        /// A vertebra, or nil when the part has none of that number.
        package init?(_ part: Part, _ number: Int) {
            guard number >= 1, number <= part.highest else { return nil }
            self.part = part
            self.number = number
        }

        /// `L5`.
        package var description: String { part.rawValue + String(number) }
    }

    /// The upper vertebra, or the only one.
    package let upper: Vertebra
    /// The lower vertebra; nil when only one is named.
    package let lower: Vertebra?

    /// A level.
    package init(_ upper: Vertebra, _ lower: Vertebra?) {
        self.upper = upper
        self.lower = lower
    }

    /// `L5` or `L4-L5`.
    package var description: String { lower.map { "\(upper)-\($0)" } ?? "\(upper)" }
}
