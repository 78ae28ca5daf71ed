import Determinations
import LinuxSystem
import Records

/// Reads `records.jsonl` of one bag in pieces: a day may have more records than fit into memory.
final class BagRecords {
    private static let piece = 1 << 20

    private let file: Descriptor
    /// What was read and not passed over yet, and where in the file it ends.
    private var bytes: ArraySlice<UInt8> = []
    private var end: Int64

    /// Opens the records of a bag, given by its path.
    /// - Parameter tail: So many bytes before the end the first search begins: a start after a kill wants the last records of a
    ///   day that may have gigabytes.
    init(bag path: String, tail: Int64 = 16 << 20) throws(SystemFailure) {
        file = try Descriptor.folder(path).openForReading(FileName("records.jsonl"))
        end = max(0, try file.status().size - tail)
    }

    /// The record of an arrival, looked for near the end or from the last one found on, and then from the start.
    func record(of arrival: String) throws(SystemFailure) -> JSON? {
        // Every record begins with its arrival; only the one that is wanted is parsed.
        let start = Array("{\"arrival\":\"\(arrival)\",".utf8)
        for _ in 0..<2 {
            while let line = try next() {
                if line.starts(with: start), let record = try? JSON(reading: line) { return record }
            }
            bytes = []
            end = 0
        }
        return nil
    }

    /// The next whole line without its newline; nil at the end.
    private func next() throws(SystemFailure) -> ArraySlice<UInt8>? {
        var searched = bytes.startIndex
        while true {
            if let newline = bytes[searched...].firstIndex(of: 0x0A) {
                let line = bytes[..<newline]
                bytes = bytes[(newline + 1)...]
                return line
            }
            let more = try file.read(at: end, upTo: Self.piece)
            if more.isEmpty { return nil }
            end += Int64(more.count)
            let known = bytes.count
            bytes = ArraySlice(Array(bytes) + more)
            searched = known
        }
    }
}
