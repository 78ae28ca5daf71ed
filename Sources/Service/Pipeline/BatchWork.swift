import AnomalyRules
import Archive
import AuditLog
import Determinations
import Inbox
import Records

/// What one batch comes to: the filings, the held files, and an audit entry for each arrival.
struct BatchWork {
    /// Where an arrival came from.
    enum Arrival {
        case claim(Claim)
        case refusal(Refusal)

        var identifier: ArrivalIdentifier {
            switch self {
            case .claim(let claim): claim.identifier
            case .refusal(let refusal): refusal.identifier
            }
        }
    }

    /// How an arrival ended.
    struct Outcome {
        /// Its place in the batch.
        let place: Int
        let arrival: Arrival
        let entry: AuditEntry
        var record: JSON?
        var caseNumber: CaseNumber?
        var codes: [String] = []
    }

    /// A letter whose filing is under way.
    struct Waiting {
        let place: Int
        let letter: LetterToFile
    }

    /// When the batch was begun, in milliseconds since 1970.
    let time: Int
    private(set) var filings: [Waiting] = []
    private(set) var held: [(ArrivalIdentifier, [UInt8]?, JSON)] = []
    private var unordered: [Outcome] = []
    private(set) var anomalies: [JSON] = []
    /// The paths of this batch's letters by the hash of their bytes, and of their folded text.
    private(set) var paths: [String: String] = [:]
    private(set) var texts: [String: String] = [:]
    /// This batch's letters by case.
    private(set) var cases: [CaseNumber: [LetterHistory.EarlierLetter]] = [:]

    /// How the arrivals ended, in the order of the batch: nothing is a duplicate of what is logged after it.
    var outcomes: [Outcome] { unordered.sorted { $0.place < $1.place } }
    /// How many arrivals were taken in.
    private var count = 0

    /// An empty batch.
    /// - Parameters:
    ///   - time: When it is begun.
    ///   - paths: Letters filed before, by the hash of their bytes, that the register would not know.
    init(time: Int, paths: [String: String] = [:]) {
        self.time = time
        self.paths = paths
    }

    private mutating func nextPlace() -> Int {
        defer { count += 1 }
        return count
    }

    mutating func file(_ letter: LetterToFile) {
        filings.append(Waiting(place: nextPlace(), letter: letter))
        let path = letter.record["path"]?.text ?? ""
        paths[letter.sha256] = path
        texts[letter.textSha256] = texts[letter.textSha256] ?? path
        if let number = letter.letter.caseNumber {
            let items = letter.record["determination"]?["items"]?.elements ?? []
            cases[number, default: []].append(
                LetterHistory.EarlierLetter(
                    arrival: letter.claim.identifier, path: path, textHash: letter.textSha256,
                    items: items.compactMap { item in
                        guard let decision = item["decision"]?.text.flatMap({ Decision(rawValue: $0) }) else {
                            return nil
                        }
                        return (request: item["requestInDispute"]?.text ?? "", decision: decision)
                    }))
        }
    }

    mutating func complete(_ waiting: Waiting, _ path: String) {
        let letter = waiting.letter
        var outcome = Outcome(
            place: waiting.place, arrival: .claim(letter.claim),
            entry: AuditEntry(.filed, time: time, fields: letter.fields))
        outcome.record = letter.record
        outcome.caseNumber = letter.letter.caseNumber
        outcome.codes = letter.findings.filter { $0.severity > .info }.map(\.code)
        unordered.append(outcome)
        let head = [
            JSON.Member("time", .string(Timestamp.text(time))),
            JSON.Member("arrival", .string(letter.claim.identifier.description)),
            JSON.Member("case", .optional(letter.letter.caseNumber?.description)),
            JSON.Member("path", .string(path)),
        ]
        anomalies += (letter.record["findings"]?.elements ?? []).map { .object(head + $0.members) }
    }

    /// Notes a duplicate; its place is given when it was taken in as a letter to be filed.
    mutating func duplicate(_ claim: Claim, _ fields: [JSON.Member], place: Int? = nil) {
        end(.claim(claim), AuditEntry(.duplicate, time: time, fields: fields), place: place ?? nextPlace())
    }

    mutating func hold(_ claim: Claim, _ fields: [JSON.Member], _ reason: JSON) {
        held.append((claim.identifier, claim.bytes, HeldReason.file(reason, of: claim)))
        end(.claim(claim), AuditEntry(.held, time: time, fields: fields), place: nextPlace())
    }

    mutating func hold(_ refusal: Refusal, _ fields: [JSON.Member], _ reason: JSON) {
        held.append((refusal.identifier, nil, HeldReason.file(reason, of: refusal)))
        end(.refusal(refusal), AuditEntry(.held, time: time, fields: fields), place: nextPlace())
    }

    private mutating func end(_ arrival: Arrival, _ entry: AuditEntry, place: Int) {
        unordered.append(Outcome(place: place, arrival: arrival, entry: entry))
    }
}
