import Foundation
import Records
import TestSupport
import Testing

@testable import Service

@Suite("The archive judged anew")
struct RecheckCommandTests {
    /// What OCR makes of a sound letter: a stop lost, a speck, a blank too many and one too few.
    private static let letter =
        InventedLetter {
            $0.summary += " She walks. . She was seen by  yesterday. She takes no medication"
            $0.items[0].reviewer = "Decision based on MTUS Knee Complaints 2004, Page(s): 347,Special Studies."
        }
        .text

    /// Rechecks an archive of one letter that was filed without findings; what is printed and complained of.
    private static func recheck(_ name: String, ocr: Bool) async throws -> [String] {
        let state = try RunningDaemon()
        let bag = "2026/11/21"
        let folder = state.settings.locations.archive + "/" + bag
        try FileManager.default.createDirectory(atPath: folder + "/data", withIntermediateDirectories: true)
        let record = JSON.object([
            "arrival": .string("01KAKZ8E0000000000000000A1"), "path": .string("\(bag)/data/\(name)"),
            "reading": .object(["ocr": .bool(ocr)]), "findings": .array([]),
        ])
        for (file, text) in [
            ("records.jsonl", record.line + "\n"), ("data/letter.pdf", "%PDF-1.4\n%%EOF\n"),
            ("data/letter.txt", letter),
        ] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + file))
        }
        var lines: [String] = []
        let command = try await RecheckCommand(settings: state.settings, json: false)
        _ = try await command.run(print: { lines.append($0) }, complain: { lines.append($0) })
        return lines
    }

    @Test("what OCR read is judged from the text filed beside the scan, and as OCR's")
    func scan() async throws {
        #expect(try await Self.recheck("letter.pdf", ocr: true) == ["1 letter, 0 would be judged otherwise"])
    }

    @Test("the same text as a letter of its own is told of what OCR would do")
    func text() async throws {
        let lines = try await Self.recheck("letter.txt", ocr: false)
        for code in ["error T01", "info G03", "info X04", "info X06"] {
            #expect(lines.first?.contains("  + \(code):") == true, "\(code) in \(lines)")
        }
        #expect(lines.last == "1 letter, 1 would be judged otherwise")
    }

    @Test("a scan whose record does not tell of OCR goes through extraction again")
    func unknown() async throws {
        let lines = try await Self.recheck("letter.pdf", ocr: false)
        #expect(lines.count == 2 && lines.last == "1 letter, 0 would be judged otherwise")
    }
}
