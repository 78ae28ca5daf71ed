import AnomalyRules
import AuditLog
import Determinations
import Inbox
import LinuxSystem
import Records

/// The fields of the audit entries that end an arrival, in the order that the format fixes.
enum AuditFields {
    static func filed(
        _ claim: Claim, _ letter: AssessedLetter, findings: [Finding], path: String, record: [UInt8]
    ) -> [JSON.Member] {
        let items = letter.determinations.flatMap(\.items)
        func count(_ decision: Decision) -> Int { items.count { $0.decision?.value == decision } }
        var codes: [String] = []
        for finding in findings where !codes.contains(finding.code) { codes.append(finding.code) }
        return head(claim, sha256: letter.sha256) + [
            JSON.Member("case", .optional(letter.caseNumber?.description)),
            JSON.Member(
                "decisions",
                .object(["upheld": .integer(count(.upheld)), "overturned": .integer(count(.overturned))])),
            JSON.Member("findings", .strings(codes)), JSON.Member("path", .string(path)),
        ] + source(claim.source) + [
            JSON.Member("rules", .integer(RuleCatalogue.version)),
            JSON.Member("record", .string(LetterRecord.hexadecimal(Hashing.sha256(record)))),
        ]
    }

    static func duplicate(_ claim: Claim, sha256: [UInt8], of path: String) -> [JSON.Member] {
        head(claim, sha256: sha256)
            + [JSON.Member("findings", .strings([F01Duplicate.code])), JSON.Member("path", .string(path))]
            + source(claim.source)
    }

    static func held(_ claim: Claim, sha256: [UInt8], reason: JSON) -> [JSON.Member] {
        head(claim, sha256: sha256) + [
            JSON.Member("reason", reason), JSON.Member("path", .string(claim.identifier.description)),
        ] + source(claim.source)
    }

    static func held(_ refusal: Refusal, reason: JSON) -> [JSON.Member] {
        [
            JSON.Member("arrival", .string(refusal.identifier.description)),
            JSON.Member("name", .string(refusal.name.description)), JSON.Member("bytes", .integer(Int(refusal.size))),
            JSON.Member("sha256", .null), JSON.Member("proof", .null),
            JSON.Member("received", .string(Timestamp.text(Int(refusal.received)))), JSON.Member("reason", reason),
            JSON.Member("path", .string(refusal.identifier.description)),
        ] + source(refusal.source)
    }

    private static func head(_ claim: Claim, sha256: [UInt8]) -> [JSON.Member] {
        [
            JSON.Member("arrival", .string(claim.identifier.description)),
            JSON.Member("name", .string(claim.name.description)), JSON.Member("bytes", .integer(claim.bytes.count)),
            JSON.Member("sha256", .string(LetterRecord.hexadecimal(sha256))),
            JSON.Member("proof", .string(claim.proof.rawValue)),
            JSON.Member("received", .string(Timestamp.text(Int(claim.received)))),
        ]
    }

    private static func source(_ source: FileName?) -> [JSON.Member] {
        source.map { [JSON.Member("source", .string($0.description))] } ?? []
    }
}
