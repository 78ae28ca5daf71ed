package import Determinations

/// Something in the archive that no killed run can have left behind; it is reported and not touched.
package struct Damage: Hashable, Sendable, CustomStringConvertible {
    /// The file or folder, as a path.
    package let path: String
    /// What is wrong with it.
    package let what: String

    /// One line: `2026/11/21/manifest-sha256.txt: names a file that is missing: …`.
    package var description: String { "\(path): \(what)" }
}

/// What recovery found and undid.
package struct RecoveryReport: Hashable, Sendable {
    /// Letters whose record was taken out again because the audit log does not know them.
    package internal(set) var undoneLetters = 0
    /// Files removed from bags because no manifest names them.
    package internal(set) var removedFiles = 0
    /// Half-made held entries removed.
    package internal(set) var removedHeld = 0
    /// What recovery must not mend.
    package internal(set) var damage: [Damage] = []
}

/// What sealing did.
package struct SealReport: Hashable, Sendable {
    /// The days whose bags were sealed now.
    package internal(set) var sealed: [CalendarDate] = []
    /// Why bags were left open.
    package internal(set) var damage: [Damage] = []
}
