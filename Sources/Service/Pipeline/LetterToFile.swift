import AnomalyRules
import Archive
import AuditLog
import Determinations
import Inbox
import LetterText
import Records

/// A letter that was read, with everything that is written of it when it is filed.
///
/// It is made where the letter was read, beside the thread that files: only a letter with a history is made anew there.
struct LetterToFile: Sendable {
    let claim: Claim
    let letter: AssessedLetter
    let findings: [Finding]
    /// The hashes of its bytes and of its folded text, as hexadecimal digits.
    let sha256: String
    let textSha256: String
    /// Its line of records.jsonl.
    let record: JSON
    let filing: Filing
    /// The fields of its audit entry.
    let fields: [JSON.Member]

    /// A letter with the findings that it has.
    /// - Parameter day: The day of receipt.
    init(_ claim: Claim, _ letter: AssessedLetter, findings: [Finding], day: CalendarDate) {
        self.claim = claim
        self.letter = letter
        self.findings = findings
        sha256 = LetterRecord.hexadecimal(letter.sha256)
        let textSha256 = LetterRecord.hexadecimal(letter.textSha256)
        self.textSha256 = textSha256
        var (record, path) = (JSON.null, "")
        filing = Filing(
            arrival: claim.identifier, day: day, caseNumber: letter.caseNumber, sha256: letter.sha256,
            original: claim.bytes, kind: letter.text.mediaType == .pdf ? .pdf : .txt,
            text: letter.text.isOriginal ? nil : letter.text.bytes
        ) { place in
            path = place
            record = .object(
                Self.provenance(claim, path, textSha256)
                    + LetterRecord.members(of: letter, bytes: claim.bytes.count, findings: findings))
            return record.bytes
        }
        self.record = record
        fields = AuditFields.filed(claim, letter, findings: findings, path: path, record: filing.record)
    }

    /// The same letter with findings more.
    func adding(_ more: [Finding]) -> LetterToFile {
        more.isEmpty ? self : LetterToFile(claim, letter, findings: findings + more, day: filing.day)
    }

    private static func provenance(_ claim: Claim, _ path: String, _ textSha256: String) -> [JSON.Member] {
        [
            JSON.Member("arrival", .string(claim.identifier.description)), JSON.Member("path", .string(path)),
            JSON.Member("received", .string(Timestamp.text(Int(claim.received)))),
            JSON.Member("proof", .string(claim.proof.rawValue)),
            JSON.Member("source", .optional(claim.source?.description)),
            JSON.Member("textSha256", .string(textSha256)), JSON.Member("file", .string(claim.name.description)),
        ]
    }
}
