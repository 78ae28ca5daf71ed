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
        var records = ""
        var entries: [FiledEntry] = []
        for name in ["a.pdf", "a.txt", "b.txt"] {
            let data = Data("content of \(name)".utf8)
            let hash = hexadecimal(Array(SHA256.hash(data: data)))
            try data.write(to: bag.appendingPathComponent("data/\(name)"))
            manifest += "\(hash)  data/\(name)\n"
            // The text beside a letter has no entry of its own.
            if name == "a.txt" { continue }
            let record = #"{"arrival":"\#(name)"}"#
            records += record + "\n"
            entries.append(
                FiledEntry(
                    seq: entries.count, arrival: name, path: "2026/11/21/data/\(name)", sha256: hash,
                    record: hexadecimal(Array(SHA256.hash(data: Data(record.utf8))))))
        }
        self.entries = entries
        try write(manifest, "manifest-sha256.txt")
        try write(records, "records.jsonl")
        try write("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "bagit.txt")
        try write(Self.information, "bag-info.txt")
    }

    private static let information = """
        Bag-Software-Agent: imrd
        Bagging-Date: 2026-11-21
        External-Description: IMR final determination letters received on 2026-11-21

        """

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: bag.appendingPathComponent(name)), as: UTF8.self)
    }

    /// Seals the bag as it stands.
    private func seal() throws {
        let names = ["a.pdf", "a.txt", "b.txt"]
        let size = try names.reduce(0) { try $0 + text("data/\($1)").utf8.count }
        try write(Self.information + "Payload-Oxum: \(size).\(names.count)\n", "bag-info.txt")
        let lines = try ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "records.jsonl"].map { name in
            try "\(hexadecimal(Array(SHA256.hash(data: Data(text(name).utf8)))))  \(name)\n"
        }
        try write(lines.joined(), "tagmanifest-sha256.txt")
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

    @Test("lines without an entry are unlisted, an entry without lines is told")
    func manifest() throws {
        #expect(Set(try verdicts([entries[0]]).map(\.kind)) == [.unlisted])
        let manifest = try text("manifest-sha256.txt")
        try write(manifest.split(separator: "\n").dropLast().joined(separator: "\n") + "\n", "manifest-sha256.txt")
        #expect(try verdicts().map(\.kind) == [.unlisted, .missing])
        try write(manifest + "no line\n", "manifest-sha256.txt")
        #expect(try verdicts().map(\.line) == [4])
    }

    @Test("an open and a sealed bag are sound, a sealed one without its sum is not")
    func sealed() throws {
        try seal()
        #expect(try verdicts() == [])
        try write(Self.information, "bag-info.txt")
        #expect(Set(try verdicts().map(\.file)) == ["2026/11/21/bag-info.txt", "2026/11/21/tagmanifest-sha256.txt"])
    }

    @Test(
        "every changed byte, every cut, and every swapped, doubled or removed line of a tag file is reported",
        arguments: ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "records.jsonl", "tagmanifest-sha256.txt"],
        [false, true])
    func everyChange(name: String, isSealed: Bool) throws {
        if isSealed { try seal() } else if name.hasPrefix("tag") { return }
        let original = Array(try text(name).utf8)
        var count = 0
        for change in Changes.all(of: original) {
            try Data(change).write(to: bag.appendingPathComponent(name))
            if try verdicts().isEmpty { Issue.record("not reported: \(String(decoding: change, as: UTF8.self))") }
            count += 1
        }
        #expect(count > 2 * original.count)
    }

    @Test("every changed byte and every cut of a filed file is reported")
    func everyPayloadChange() throws {
        for name in ["a.pdf", "a.txt", "b.txt"] {
            let original = Array(try text("data/" + name).utf8)
            for change in Changes.all(of: original) {
                try Data(change).write(to: bag.appendingPathComponent("data/" + name))
                #expect(try !verdicts().isEmpty)
            }
            try Data(original).write(to: bag.appendingPathComponent("data/" + name))
        }
    }

    @Test(
        "a path that leads out of the archive is not followed",
        arguments: ["2026/11/21/data/..", "../../../etc/passwd", "2026/11/21/b.txt", "2026/11/21/data/x/y"])
    func escape(path: String) throws {
        let verdicts = try verdicts(entries + [FiledEntry(seq: 9, arrival: "", path: path, sha256: "", record: "")])
        #expect(verdicts.map(\.seq) == [9])
    }
}
