import Records

/// What happened since the last digest.
struct Digest: Hashable, Sendable {
    /// How often each event was logged, and how many letters had errors or overturned items.
    private(set) var counts: [String: Int] = [:]

    init() {}

    /// The counts as they were remembered.
    init(_ json: JSON?) {
        for member in json?.members ?? [] { counts[member.key] = member.value.integer }
    }

    /// Takes in a line of the log.
    mutating func add(_ entry: JSON, _ notice: Notice?) {
        if let event = entry["event"]?.text { counts[event, default: 0] += 1 }
        for kind in notice?.kinds ?? [] where kind == .error || kind == .overturned {
            counts["letters-\(kind.rawValue)", default: 0] += 1
        }
    }

    var json: JSON { .object(counts.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .integer($0.value)) }) }

    /// The lines for people; the checkpoint of the log goes along, so that a copy lives elsewhere.
    func text(checkpoint: String) -> String {
        func count(_ key: String) -> Int { counts[key] ?? 0 }
        return """
            filed: \(count("filed")), duplicates: \(count("duplicate")), held: \(count("held"))
            letters with errors: \(count("letters-error")), with overturned items: \(count("letters-overturned"))
            starts: \(count("started")), disk full: \(count("storage-full")), events lost: \(count("overflow"))

            Keep this checkpoint of the audit log; "imrd verify --since" proves that the log only grew:

            \(checkpoint)
            """
    }
}
