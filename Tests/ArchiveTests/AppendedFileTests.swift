import Determinations
import LinuxSystem
import Testing

@testable import Archive

@Suite("Append-only files")
struct AppendedFileTests {
    @Test(
        "Lines are found from the end and from the start, whatever their length",
        arguments: [
            (lines: 0, length: 10, torn: false),  // an empty file
            (lines: 1, length: 0, torn: false),  // one empty line
            (lines: 3, length: 10, torn: true),  // a torn end
            (lines: 300, length: 1000, torn: false),  // more than one window from the end
            (lines: 40, length: 100_000, torn: true),  // lines longer than a window, more than one piece from the start
        ])
    func readsLines(lines: Int, length: Int, torn: Bool) throws {
        let folder = try TemporaryFolder()
        let file = try AppendedFile(FileName("lines"), in: try Descriptor.folder(folder.path))
        var whole = (0..<lines).map { Array("\($0)".utf8) + [UInt8](repeating: 0x78, count: length) }
        for line in whole { try file.append(line + [0x0A]) }
        if torn {
            try file.append([0x79])
            whole.append([0x79])
        }
        var read: [[UInt8]] = []
        var offsets: [Int64] = []
        try file.forEachLine {
            read.append(Array($0.bytes))
            offsets.append($0.offset)
        }
        #expect(read == whole)
        let last = try file.lastLines(atMost: 5)
        #expect(last.map { Array($0.bytes) } == whole.suffix(5))
        #expect(last.map(\.offset) == offsets.suffix(5))
        #expect(last.map(\.isWhole) == whole.suffix(5).indices.map { $0 < whole.count - 1 || !torn })
        #expect(try file.endsWithWholeLine() == !torn)
        #expect(try file.contains(whole.first ?? [1]) == !whole.isEmpty)
        #expect(try !file.contains([0x78]))
    }

    @Test("A cut takes back what was appended last, and the next line stands there")
    func cuts() throws {
        let folder = try TemporaryFolder()
        let file = try AppendedFile(FileName("lines"), in: try Descriptor.folder(folder.path))
        try file.append(Array("one\n".utf8))
        let length = file.length
        try file.append(Array("two\n".utf8))
        try file.cut(to: length)
        try file.append(Array("three\n".utf8))
        #expect(try folder.text("lines") == "one\nthree\n")
    }
}
