/// The form a drug is given in; the raw value is printed.
package enum DoseForm: String, Hashable, Sendable, CaseIterable {
    case tablet, capsule, ointment, patch, gel, suspension, cream, lotion, solution, spray, syrup, suppository, drops,
        powder

    /// Whether the form is put on the skin.
    package var isTopical: Bool {
        switch self {
        case .ointment, .patch, .gel, .cream, .lotion: true
        default: false
        }
    }
}
