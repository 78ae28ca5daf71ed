import AuditLog
import Foundation
import Testing

@Suite("AuditVerifier and its second in Python")
struct AuditVerifierTests {
    let folder: TemporaryLog
    let file = "2026-11.jsonl"
    static let oracle = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Oracle/verify_log.py").path

    init() throws { folder = try TemporaryLog() }

    /// Takes the hashes away, so that the verifier has only the signed root and the numbers.
    private func withoutHashes() throws { try folder.remove("2026-11.hashes") }

    private func lines() throws -> [Data] {
        try folder.data(file).split(separator: 0x0A).map { Data($0) }
    }

    private func write(_ lines: [Data]) throws {
        try folder.write(Data(lines.flatMap { $0 + [0x0A] }), file)
    }

    @Test("a sound log has no verdict", arguments: [0, 1, 2, 3, 7, 20])
    func sound(count: Int) throws {
        try folder.fill(count)
        let report = try AuditVerifier.verify(folder: folder.path, publicKey: folder.publicKey())
        #expect(report.verdicts == [])
        #expect(report.covered == count)
        #expect(report.uncovered == 0)
    }

    @Test("every byte of every line that is changed is reported, and with the hashes at its very line")
    func everyByte() throws {
        try folder.fill(4)
        let data = try folder.data(file)
        var line = 1
        for index in data.indices {
            var changed = data
            changed[index] ^= 0x01
            try folder.write(changed, file)
            let verdicts = try folder.verdicts()
            #expect(verdicts.contains { $0.line == line && $0.kind == .altered }, "byte \(index): \(verdicts)")
            if data[index] == 0x0A { line += 1 }
        }
        try withoutHashes()
        for index in data.indices {
            var changed = data
            changed[index] ^= 0x01
            try folder.write(changed, file)
            #expect(try !folder.verdicts().isEmpty, "byte \(index)")
        }
    }

    @Test("every byte of the checkpoint that is changed is reported as a bad signature")
    func checkpoint() throws {
        try folder.fill(3)
        let data = try folder.data("checkpoint")
        for index in data.indices {
            var changed = data
            changed[index] ^= 0x01
            try folder.write(changed, "checkpoint")
            #expect(try folder.verdicts().map(\.kind) == [.badSignature], "byte \(index)")
        }
        try folder.remove("checkpoint")
        #expect(try folder.verdicts().map(\.kind) == [.missing])
    }

    @Test("a log cut at any byte is reported", arguments: [true, false])
    func cut(hashes: Bool) throws {
        try folder.fill(4)
        if !hashes { try withoutHashes() }
        let data = try folder.data(file)
        for length in 0..<data.count {
            try folder.write(data.prefix(length), file)
            let kinds = Set(try folder.verdicts().map(\.kind))
            #expect(!kinds.isDisjoint(with: [.cutShort, .altered]), "\(length) bytes")
        }
    }

    @Test("a line that is removed, repeated, swapped or added is named", arguments: [true, false])
    func wholeLines(hashes: Bool) throws {
        try folder.fill(6)
        if !hashes { try withoutHashes() }
        let lines = try lines()
        for index in 0..<6 {
            var changed = lines
            changed.remove(at: index)
            try write(changed)
            let removed = try #require(try folder.verdicts().first)
            #expect(removed.kind == (index == 5 ? .cutShort : .missing))
            #expect(removed.seq == index)

            changed = lines
            changed.insert(lines[index], at: index + 1)
            try write(changed)
            let repeated = try folder.verdicts()
            #expect(repeated.map(\.kind) == [.inserted])
            // Of two equal lines either may be the one too many.
            #expect([index + 1, index + 2].contains(repeated[0].line))

            guard index < 5 else { continue }
            changed = lines
            changed.swapAt(index, index + 1)
            try write(changed)
            #expect(Set(try folder.verdicts().map(\.kind)).isSuperset(of: [.inserted]))

            changed = lines
            changed.insert(Data("{\"seq\":\(index + 1),\"forged\":true}".utf8), at: index + 1)
            try write(changed)
            let added = try folder.verdicts()
            #expect(added.contains { $0.kind == .inserted && (!hashes || $0.line == index + 2) })
        }
    }

    @Test("damaged hashes alone are no damage to the log, and mislead nobody")
    func untrustedHashes() throws {
        try folder.fill(6)
        var hashes = try folder.data("2026-11.hashes")
        hashes[40] ^= 1
        try folder.write(hashes, "2026-11.hashes")
        #expect(try folder.verdicts() == [])
        var data = try folder.data(file)
        data[data.count - 10] ^= 1
        try folder.write(data, file)
        let verdicts = try folder.verdicts()
        #expect(verdicts.map(\.kind) == [.altered])
        #expect(verdicts[0].line == nil)
    }

    @Test("a month without its last newline is cut short; a removed one is missing, by its numbers")
    func removedMonth() throws {
        try folder.fill(3)
        try folder.fill(3, now: TemporaryLog.noon + 31 * 86_400_000)
        try folder.write(folder.data(file).dropLast(), file)
        #expect(try folder.verdicts().map(\.kind) == [.cutShort])
        try folder.remove(file)
        let verdict = try #require(try folder.verdicts().first)
        #expect(verdict.kind == .missing)
        #expect(verdict.seq == 0)
    }

    @Test("since an older checkpoint the log only grew, or it did not")
    func since() throws {
        let old = try folder.fill(4).checkpointText
        try folder.fill(5)
        let key = try folder.publicKey()
        func verdicts() throws -> [Verdict.Kind] {
            try AuditVerifier.verifySince(oldCheckpoint: old, folder: folder.path, publicKey: key).map(\.kind)
        }
        #expect(try verdicts() == [])
        // The whole log is made again by somebody who has the key: sound in itself, and not what was signed.
        for name in [file, "checkpoint", "frontier", "2026-11.hashes"] { try folder.remove(name) }
        try folder.fill(9, now: TemporaryLog.noon + 1)
        #expect(try folder.verdicts() == [])
        #expect(try verdicts() == [.altered])
        for name in [file, "checkpoint", "frontier", "2026-11.hashes"] { try folder.remove(name) }
        try folder.fill(2)
        #expect(try verdicts().contains(.cutShort))
    }

    @Test(
        "the verifier in Python says the same",
        .enabled(if: ["/usr/bin/openssl"].allSatisfy { FileManager.default.fileExists(atPath: $0) }))
    func python() throws {
        try folder.fill(3)
        try folder.fill(2, now: TemporaryLog.noon + 31 * 86_400_000)
        let clean = try TemporaryLog()
        try FileManager.default.copyItem(at: folder.audit, to: clean.audit)
        #expect(try pythonFinds(folder) == 0)

        var changes: [(String, Data)] = []
        for name in [file, "2026-12.jsonl", "checkpoint"] {
            let data = try folder.data(name)
            // Not every byte: each check starts two processes.
            for index in data.indices where index % 31 == 0 {
                var changed = data
                changed[index] ^= 0x01
                changes.append((name, changed))
            }
        }
        let lines = try lines()
        for order in [[0, 1], [0, 2, 1], [0, 1, 1, 2], [1, 2], []] {
            changes.append((file, Data(order.flatMap { lines[$0] + [0x0A] })))
        }
        for (name, data) in changes {
            let good = try clean.data(name)
            try folder.write(data, name)
            #expect(try pythonFinds(folder) == 1, "\(name) \(data.count)")
            #expect(try !folder.verdicts().isEmpty, "\(name) \(data.count)")
            try folder.write(good, name)
        }
    }

    private func pythonFinds(_ folder: TemporaryLog) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", Self.oracle, folder.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
