import Foundation
import Records

/// Finds the records of filed letters in the bags; entries asked for in the order of the log are found by reading on.
struct RecordsReader {
    private let archive: String
    private var bag = ""
    private var records: BagRecords?

    init(archive: String) { self.archive = archive }

    /// The record of a `filed` entry; nil for every other entry, and for a record that is not there.
    mutating func record(of entry: JSON) throws -> JSON? {
        guard entry["event"]?.text == "filed", let path = entry["path"]?.text, let arrival = entry["arrival"]?.text
        else {
            return nil
        }
        let folder = path.split(separator: "/").prefix(3).joined(separator: "/")
        if folder != bag {
            bag = folder
            // A bag may have been taken away after its years; the log still says what was filed.
            let isThere = FileManager.default.fileExists(atPath: archive + "/" + folder)
            records = isThere ? try BagRecords(bag: archive + "/" + folder) : nil
        }
        return try records?.record(of: arrival)
    }

    /// The records of a bag, in their order; lines that are no records are left to `imrd verify`.
    static func records(of bag: String, in archive: String) throws -> [JSON] {
        let data = try Data(contentsOf: URL(fileURLWithPath: archive + "/" + bag + "/records.jsonl"))
        return data.split(separator: 0x0A).compactMap { try? JSON(reading: $0) }
    }

    /// The bags of an archive as paths below it, the oldest day first.
    static func bags(in archive: String) throws -> [String] {
        func names(_ path: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: path).filter { Int($0) != nil }.sorted()
        }
        guard FileManager.default.fileExists(atPath: archive) else { return [] }
        return try names(archive).flatMap { year in
            try names(archive + "/" + year).flatMap { month in
                try names(archive + "/\(year)/\(month)").map { "\(year)/\(month)/\($0)" }
            }
        }
    }
}
