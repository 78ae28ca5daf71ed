import AuditLog
import Crypto
import Foundation
import Testing

@Suite("ArchiveVerifier")
struct ArchiveVerifierTests {
    let folder: TemporaryLog
    let entries: [FiledEntry]
    private let bag: URL

    init() throws {
        folder = try TemporaryLog()
        bag = folder.url.appendingPathComponent("2026/11/21")
        try FileManager.default.createDirectory(
            at: bag.appendingPathComponent("data"), withIntermediateDirectories: true)
        var manifest = ""
        for name in ["a.pdf", "a.txt", "b.txt"] {
            let data = Data("content of \(name)".utf8)
            try data.write(to: bag.appendingPathComponent("data/\(name)"))
            manifest += "\(hexadecimal(Array(SHA256.hash(data: data))))  data/\(name)\n"
        }
        try Data(manifest.utf8).write(to: bag.appendingPathComponent("manifest-sha256.txt"))
        for name in ["bagit.txt", "bag-info.txt", "records.jsonl"] {
            try Data().write(to: bag.appendingPathComponent(name))
        }
        entries = ["a.pdf", "b.txt"].enumerated().map { seq, name in
            let hash = hexadecimal(Array(SHA256.hash(data: Data("content of \(name)".utf8))))
            return FiledEntry(seq: seq, path: "2026/11/21/data/\(name)", sha256: hash)
        }
    }

    private func verdicts(_ entries: [FiledEntry]? = nil) throws -> [Verdict] {
        try ArchiveVerifier.verify(archive: folder.path, entries: entries ?? self.entries)
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: bag.appendingPathComponent(name))
    }

    @Test("a sound archive has no verdict; the text beside a letter belongs to it")
    func sound() throws { #expect(try verdicts() == []) }

    @Test("an altered file is named, a letter with its entry, a text by the manifest")
    func altered() throws {
        try write("other", "data/a.pdf")
        #expect(try verdicts().contains { $0.kind == .altered && $0.file.hasSuffix("data/a.pdf") && $0.seq == 0 })
        try write("content of a.pdf", "data/a.pdf")
        try write("other", "data/a.txt")
        #expect(try verdicts().map(\.file) == ["2026/11/21/data/a.txt"])
    }

    @Test("a removed file, a removed manifest and a removed bag are missing")
    func missing() throws {
        try FileManager.default.removeItem(at: bag.appendingPathComponent("data/a.txt"))
        #expect(try verdicts().map(\.kind) == [.missing])
        try FileManager.default.removeItem(at: bag.appendingPathComponent("data/b.txt"))
        #expect(try verdicts().contains { $0.kind == .missing && $0.seq == 1 })
        try FileManager.default.removeItem(at: bag.appendingPathComponent("manifest-sha256.txt"))
        #expect(try verdicts().contains { $0.kind == .missing && $0.file.hasSuffix("manifest-sha256.txt") })
        try FileManager.default.removeItem(at: bag)
        #expect(try verdicts().map(\.seq) == [0, 1])
    }

    @Test(
        "what nobody filed is unlisted",
        arguments: [
            "2026/11/21/data/c.pdf", "2026/11/21/extra", "2026/11/extra", "2026/extra", "extra",  // at every level
        ])
    func unlisted(path: String) throws {
        try Data("x".utf8).write(to: folder.url.appendingPathComponent(path))
        #expect(try verdicts() == verdicts().filter { $0.kind == .unlisted && $0.file == path })
        #expect(try verdicts().count == 1)
    }

    @Test("a manifest line without an entry is unlisted, an entry without a manifest line is told")
    func manifest() throws {
        #expect(try verdicts([entries[0]]).map(\.kind) == [.unlisted])
        let path = bag.appendingPathComponent("manifest-sha256.txt")
        let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
        try write(text.split(separator: "\n").dropLast().joined(separator: "\n") + "\n", "manifest-sha256.txt")
        #expect(Set(try verdicts().map(\.kind)) == [.unlisted, .altered])
        try write(text + "no line\n", "manifest-sha256.txt")
        #expect(try verdicts().map(\.line) == [4])
    }

    @Test(
        "a path that leads out of the archive is not followed",
        arguments: ["2026/11/21/data/..", "../../../etc/passwd", "2026/11/21/b.txt", "2026/11/21/data/x/y"])
    func escape(path: String) throws {
        let verdicts = try verdicts(entries + [FiledEntry(seq: 9, path: path, sha256: "")])
        #expect(verdicts.map(\.seq) == [9])
    }
}
