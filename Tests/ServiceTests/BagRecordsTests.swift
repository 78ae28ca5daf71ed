import Foundation
import Records
import Testing

@testable import Service

@Suite("Records of a bag")
struct BagRecordsTests {
    @Test(
        "Each record is found by its arrival, in order, out of order and over the edges of pieces; a torn one is not",
        arguments: [
            // The first search begins at the start.
            16 << 20,
            // It begins within a line.
            1 << 20, 100,
            // It begins at the end.
            0,
        ])
    func finds(tail: Int64) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("imrd-records-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Lines of up to two megabytes: pieces have one.
        let lines = (0..<40).map { number in
            let filling = String(repeating: "x", count: number % 10 == 9 ? 2 << 20 : number * 997)
            return #"{"arrival":"A\#(number)","number":\#(number),"filling":"\#(filling)"}"#
        }
        let text = lines.joined(separator: "\n") + "\nno record\n" + #"{"arrival":"A40","number":40}"#
        try Data(text.utf8).write(to: folder.appendingPathComponent("records.jsonl"))
        let records = try BagRecords(bag: folder.path, tail: tail)
        for number in Array(0..<40) + [7, 38, 0, 39, 0] {
            #expect(try records.record(of: "A\(number)")?["number"]?.integer == number)
        }
        for absent in ["A40", "A", "B1", ""] { #expect(try records.record(of: absent) == nil) }
    }

    @Test("What is near the end of a huge day is found without reading the day", .timeLimit(.minutes(1)))
    func nearTheEnd() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("imrd-records-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("records.jsonl")
        try Data().write(to: path)
        let file = try FileHandle(forWritingTo: path)
        // A hole, which takes no space.
        try file.truncate(atOffset: 64 << 30)
        try file.seekToEnd()
        try file.write(contentsOf: Data("\n{\"arrival\":\"A1\",\"number\":1}\n".utf8))
        try file.close()
        #expect(try BagRecords(bag: folder.path).record(of: "A1")?["number"]?.integer == 1)
    }
}
