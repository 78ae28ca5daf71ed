import Records

/// What one target is told at one time: notices that were ready together, or the digest of a day.
struct NotifyMessage: Hashable, Sendable {
    /// The same for the same content: whoever gets a message twice, after a crash between telling and remembering, can see it.
    let id: String
    /// One line without names or clinical text.
    let subject: String
    /// For people.
    let text: String
    /// For programs, on one line.
    let json: JSON

    /// Notices in their order; there is at least one.
    init(_ notices: [Notice], origin: String) {
        let first = notices.first?.seq ?? 0
        let last = notices.last?.seq ?? 0
        // The time, because numbers come again after an older log was restored.
        id = "\(origin)-\(first)-\(last)-\(notices.last?.time ?? "")"
        subject = notices.count == 1 ? "imrd: \(notices[0].text)" : "imrd: \(notices.count) notices"
        text = notices.map(\.text).joined(separator: "\n")
        json = .object([
            "id": .string(id), "origin": .string(origin), "subject": .string(subject),
            "notices": .array(notices.map(\.json)),
        ])
    }

    /// The digest told on a day.
    init(_ digest: Digest, day: String, checkpoint: String, origin: String) {
        id = "\(origin)-digest-\(day)"
        subject = "imrd: what happened until \(day)"
        text = digest.text(checkpoint: checkpoint)
        json = .object([
            "id": .string(id), "origin": .string(origin), "subject": .string(subject), "digest": digest.json,
            "checkpoint": .string(checkpoint),
        ])
    }
}
