import Foundation
import Testing

@Suite("Habits of the sources")
struct SourceHabitsTests {
    @Test("no file is too long or holds what may not stand in Sources", arguments: try Project.rooms())
    func everyFile(room: String) throws {
        #expect(try Project.sources(of: room).flatMap(SourceHabits.violations) == [])
    }

    @Test("each thing that may not stand in Sources is reported", arguments: SourceHabits.forbidden)
    func forbidden(text: String) {
        let file = SourceFile(room: "Inbox", path: "Wrong.swift", text: "let a = 1\nlet b = \(text)\n")
        #expect(SourceHabits.violations(in: file) == ["Wrong.swift:2: \(text)"])
    }

    @Test("a file of 400 lines passes, one of 401 is reported")
    func length() {
        func file(_ lines: Int) -> SourceFile {
            SourceFile(room: "Inbox", path: "Long.swift", text: String(repeating: "\n", count: lines))
        }
        #expect(SourceHabits.violations(in: file(400)) == [])
        #expect(SourceHabits.violations(in: file(401)) == ["Long.swift: more than 400 lines"])
    }

    private static let underGPL = ["CInotifyTools", "imrd-pdf", "imrd-watch"]

    @Test("Sources/README.md states the licence of every room")
    func licences() throws {
        let rows = try Project.text("Sources/README.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
        let expected = try Project.rooms().map { room in
            "| `\(room)` | \(Self.underGPL.contains(room) ? "GPL-2.0-only" : "Apache-2.0") |"
        }
        #expect(rows.map(String.init) == expected)
    }

    @Test("the GPL's folders carry its mark, and no other folder a licence", arguments: try Project.rooms())
    func licenceFiles(room: String) throws {
        let path = "Sources/\(room)/LICENSE"
        if Self.underGPL.contains(room) {
            #expect(try Project.text(path).hasPrefix("SPDX-License-Identifier: GPL-2.0-only\n"))
        } else {
            #expect(!FileManager.default.fileExists(atPath: Project.folder.appendingPathComponent(path).path))
        }
    }
}
