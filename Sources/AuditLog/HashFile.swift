import Determinations
import LinuxSystem

/// The leaf hashes of a month's lines, 32 bytes each, beside the month's file.
///
/// It is derived and nobody trusts it: it is not synced, its failures are not reported, a hash that is lost reads as
/// zeros. It only lets a verifier say which line was altered, after it has found that these hashes lead to the signed
/// root.
struct HashFile: ~Copyable {
    private let file: Descriptor
    /// The number of the month's first line.
    let firstSeq: Int

    /// Opens the hashes of a month.
    init(_ month: LogMonth, firstSeq: Int, in folder: borrowing Descriptor) throws(SystemFailure) {
        file = try folder.updating(month.hashes)
        self.firstSeq = firstSeq
    }

    /// Puts the hashes of lines in their place and cuts off what follows.
    func write(_ hashes: [TreeHash], from seq: Int) throws(SystemFailure) {
        try file.write(hashes.flatMap(\.bytes), at: Int64(seq - firstSeq) * 32)
        try file.truncate(to: Int64(seq - firstSeq + hashes.count) * 32)
    }
}
