package import Records

/// One thing that happened, before it has a number in the log.
///
/// Its line is one JSON object: `seq`, `time`, `event`, `actor`, then the event's own members in their order.
package struct AuditEntry: Hashable, Sendable {
    /// What happened.
    package let event: AuditEvent
    /// Who did it: `imrd` or a reviewer's name.
    package let actor: String
    /// When, in milliseconds since 1970.
    package let time: Int
    /// The event's own members.
    package let fields: [JSON.Member]

    /// An entry.
    package init(_ event: AuditEvent, actor: String = "imrd", time: Int, fields: [JSON.Member] = []) {
        self.event = event
        self.actor = actor
        self.time = time
        self.fields = fields
    }

    /// The most bytes a line may have, its newline included.
    package static let longestLine = 65_536

    /// The line with its number, without a newline; fails with `entryTooLong`.
    package func line(seq: Int) throws(AuditLogFailure) -> [UInt8] {
        let head = [
            JSON.Member("seq", .integer(seq)), JSON.Member("time", .string(Timestamp.text(time))),
            JSON.Member("event", .string(event.rawValue)), JSON.Member("actor", .string(actor)),
        ]
        let line = JSON.object(head + fields).bytes
        guard line.count < AuditEntry.longestLine else {
            throw .entryTooLong(event: event, bytes: line.count + 1)
        }
        return line
    }
}
