import Foundation
import Records
import Testing

@testable import Service

@Suite("Records of a bag")
struct BagRecordsTests {
    @Test("Each record is found by its arrival, in order, out of order and over the edges of pieces; a torn one is not")
    func finds() throws {
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
        let records = try BagRecords(bag: folder.path)
        for number in Array(0..<40) + [7, 38, 0, 39, 0] {
            #expect(try records.record(of: "A\(number)")?["number"]?.integer == number)
        }
        for absent in ["A40", "A", "B1", ""] { #expect(try records.record(of: absent) == nil) }
    }
}
