import Determinations

/// Turns what imrd-watch writes into events: a byte for the kind, the path below the inbox, a NUL.
///
/// A record that cannot be understood counts as lost events; one that is cut off at the end is dropped, because a scan follows
/// every end of the watcher.
struct WatchRecordReader {
    private var record: [UInt8] = []

    /// The events that these bytes complete.
    mutating func events(from bytes: [UInt8]) -> [WatchEvent] {
        var events: [WatchEvent] = []
        for byte in bytes {
            if byte != 0 {
                record.append(byte)
            } else {
                events.append(WatchRecordReader.event(of: record))
                record.removeAll(keepingCapacity: true)
            }
        }
        return events
    }

    private static func event(of record: [UInt8]) -> WatchEvent {
        guard let kind = record.first else { return .overflow }
        let path = record.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        switch (Character(Unicode.Scalar(kind)), path.count) {
        case ("R", _): return .ready
        case ("D", 1...): return .folder(FileName(path[0]))
        case ("M", 1), ("W", 1), ("C", 1):
            return .hint(InboxEntry(name: FileName(path[0])), byRename: kind == UInt8(ascii: "M"))
        case ("M", 2), ("W", 2), ("C", 2):
            let entry = InboxEntry(source: FileName(path[0]), name: FileName(path[1]))
            return .hint(entry, byRename: kind == UInt8(ascii: "M"))
        default: return .overflow
        }
    }
}
