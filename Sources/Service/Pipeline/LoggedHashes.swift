import AuditLog
import Records

/// The hashes of the letters that the audit log says are filed, for the time when the register cannot be asked.
///
/// Only their beginnings are kept, 16 digits: a million letters take some 30 MB. Each entry of the log is read once.
struct LoggedHashes {
    private var beginnings: Set<UInt64> = []
    private var next = 0

    /// Reads what was logged since the last time.
    mutating func advance(with reader: AuditReader) throws {
        try reader.entries(from: next) { logged in
            if logged.event == .filed, let hash = logged.json["sha256"]?.text {
                beginnings.insert(Self.beginning(hash))
            }
            next = logged.seq + 1
            return true
        }
    }

    /// Whether a letter with these hexadecimal digits may have been filed; where it says no, none was.
    func mayContain(_ hash: String) -> Bool { beginnings.contains(Self.beginning(hash)) }

    private static func beginning(_ hash: String) -> UInt64 { UInt64(hash.prefix(16), radix: 16) ?? 0 }
}
