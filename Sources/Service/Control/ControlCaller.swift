import LinuxSystem

/// The user whose process asks, as the kernel names it; no caller can say to be another.
struct ControlCaller: Hashable, Sendable {
    /// The number of the user.
    let user: UInt32
    /// The name of the user; the number where it has none.
    let name: String

    /// The longest name of an actor, in bytes.
    private static let longestName = 100

    init(user: UInt32, name: String? = nil) {
        self.user = user
        self.name = name ?? Processes.userName(user)
    }

    /// Who acts: the caller, or the person whom a caller names who may do so.
    /// - Parameters:
    ///   - other: The person named in the request; nil for the caller.
    ///   - trusted: The names of users who may name another, beside root and the user of this process.
    /// - Throws: `CommandFailure` when the caller may not, or the name cannot be one.
    func actor(naming other: String?, trusted: [String]) throws(CommandFailure) -> String {
        guard let other, other != name else { return name }
        guard user == 0 || user == Processes.effectiveUser || trusted.contains(name) else {
            throw CommandFailure(
                .noPermission, "the user \(name) may not act for somebody else; see control.trustedUsers")
        }
        guard !other.isEmpty, other.utf8.count <= Self.longestName, Terminal.safe(other) == other, other != "imrd"
        else {
            throw CommandFailure(.usage, "\"\(Terminal.safe(other.prefix(100)))\" cannot be the name of a person")
        }
        return other
    }
}
