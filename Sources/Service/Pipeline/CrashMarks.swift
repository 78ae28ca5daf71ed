import Determinations
import LinuxSystem

/// Remembers which arrivals are being read, so that one that ends the process is not read a third time.
///
/// The file `reading` in the log folder has a line for each reader: the arrival, and how often reading it was begun without an
/// end; blank when the reader rests. It is not synced: it has to outlive the process, not the machine. Where it cannot be
/// written, for want of space, letters are read all the same.
final class CrashMarks: Sendable {
    private static let width = 29
    private let file: Descriptor

    /// Opens the marks in the log folder.
    init(folder path: String) throws(SystemFailure) {
        file = try Descriptor.folder(path).updating(FileName("reading"), mode: 0o600)
    }

    /// What an earlier run was reading when it ended: the reader's place, and how often it was begun.
    func suspects() throws(SystemFailure) -> [ArrivalIdentifier: (reader: Int, times: Int)] {
        var suspects: [ArrivalIdentifier: (reader: Int, times: Int)] = [:]
        let bytes = try file.read(at: 0, upTo: Int(try file.status().size))
        for start in stride(from: 0, to: bytes.count, by: Self.width) {
            let words = String(decoding: bytes[start...].prefix(Self.width), as: UTF8.self).split(separator: " ")
            guard words.count == 2, let arrival = ArrivalIdentifier(String(words[0])),
                let times = Int(words[1].dropLast())
            else { continue }
            suspects[arrival] = (start / Self.width, times)
        }
        return suspects
    }

    /// Marks an arrival as being read by a reader.
    func set(_ arrival: ArrivalIdentifier, reader: Int, times: Int = 1) {
        write("\(arrival) \(min(times, 9))\n", reader)
    }

    /// Marks a reader as resting.
    func clear(reader: Int) { write(String(repeating: " ", count: Self.width - 1) + "\n", reader) }

    /// Takes all marks away.
    func clear() throws(SystemFailure) { try file.truncate(to: 0) }

    private func write(_ line: String, _ reader: Int) {
        try? file.write(Array(line.utf8), at: Int64(reader * Self.width))
    }
}
