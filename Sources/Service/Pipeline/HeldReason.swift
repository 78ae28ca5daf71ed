import Determinations
import Inbox
import LinuxSystem
import Records

/// Why something is held, as reason.json and the audit entry say it.
enum HeldReason {
    static func json(_ finding: Finding) -> JSON {
        .object([
            "code": .string(finding.code), "message": .string(finding.message), "found": .string(finding.found),
        ])
    }

    static func json(unreadable reason: String) -> JSON {
        .object(["code": .null, "message": .string("The file could not be read twice."), "found": .string(reason)])
    }

    static func json(_ refusal: Refusal) -> JSON {
        let what =
            refusal.reason == .notAFile
            ? "a \(refusal.kind.rawValue)" : "\(refusal.reason.rawValue): \(refusal.size) bytes"
        return .object([
            "code": .null, "message": .string("Only single regular files with content are read."),
            "found": .string(what), "target": .optional(refusal.target?.description),
        ])
    }
}
