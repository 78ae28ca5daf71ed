import Records

/// What `imrd doctor` found out about one thing.
struct DoctorCheck: Hashable, Sendable {
    /// How it is.
    enum Grade: String, Sendable {
        /// As it should be.
        case ok
        /// It works, but somebody should look at it.
        case warning
        /// It does not work.
        case problem
    }

    /// What was looked at.
    let name: String
    /// How it is.
    let grade: Grade
    /// What was found.
    let message: String
    /// What to do; nil when it is as it should be.
    let remedy: String?

    static func ok(_ name: String, _ message: String) -> DoctorCheck {
        DoctorCheck(name: name, grade: .ok, message: message, remedy: nil)
    }

    static func warning(_ name: String, _ message: String, do remedy: String) -> DoctorCheck {
        DoctorCheck(name: name, grade: .warning, message: message, remedy: remedy)
    }

    static func problem(_ name: String, _ message: String, do remedy: String) -> DoctorCheck {
        DoctorCheck(name: name, grade: .problem, message: message, remedy: remedy)
    }

    var json: JSON {
        .object([
            "check": .string(name), "grade": .string(grade.rawValue), "message": .string(message),
            "remedy": .optional(remedy),
        ])
    }

    /// One line, and one more for the remedy.
    var text: String {
        let head = grade.rawValue.padded(to: 9) + name.padded(to: 14) + Terminal.safe(message)
        return remedy.map { head + "\n" + "".padded(to: 23) + "do: " + Terminal.safe($0) } ?? head
    }
}

extension String {
    /// The text with blanks after it up to a width.
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
