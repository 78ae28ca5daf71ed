/// The side of the body; the raw value is printed.
package enum Side: String, Hashable, Sendable, CaseIterable {
    case left, right
    /// Both sides.
    case bilateral
}
