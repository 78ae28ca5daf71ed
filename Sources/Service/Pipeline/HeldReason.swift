import AuditLog
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

    /// The content of reason.json: the reason, and what the claim knew and the original does not tell.
    static func file(_ reason: JSON, of claim: Claim) -> JSON {
        file(reason, claim.name, claim.source, claim.received, claim.proof)
    }

    static func file(_ reason: JSON, of refusal: Refusal) -> JSON {
        file(reason, refusal.name, refusal.source, refusal.received, nil)
    }

    private static func file(
        _ reason: JSON, _ name: FileName, _ source: FileName?, _ received: Int64, _ proof: CompletenessProof?
    ) -> JSON {
        .object(
            [
                JSON.Member("name", .string(name.description)), JSON.Member("source", .optional(source?.description)),
                JSON.Member("received", .string(Timestamp.text(Int(received)))),
                JSON.Member("proof", .optional(proof?.rawValue)),
            ] + reason.members)
    }
}
