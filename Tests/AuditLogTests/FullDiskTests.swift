import AuditLog
import Foundation
import Glibc
import Records
import Testing

@Suite("AuditLog on a disk that is full", .enabled(if: getuid() == 0), .serialized)
struct FullDiskTests {
    @Test("the entry is refused whole, storage-full finds room, and all goes on when space is back")
    func full() throws {
        let folder = try TemporaryLog()
        let mounted = run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder.path)
        try #require(mounted == 0, "mounting a tmpfs needs privileges")
        defer { _ = run("umount", "-l", folder.path) }

        let log = try folder.fill(3)
        #expect(log.hasReserve)
        let ballast = folder.url.appendingPathComponent("ballast")
        fillUp(ballast)
        let before = try folder.data("2026-11.jsonl")
        let long = AuditEntry(
            .held, time: TemporaryLog.noon, fields: [JSON.Member("x", .string(String(repeating: "x", count: 60_000)))])
        let failure = #expect(throws: AuditLogFailure.self) { try log.append([long]) }
        #expect(failure?.isStorageFull == true)
        #expect(try folder.data("2026-11.jsonl") == before)
        #expect(log.size == 3)
        #expect(!log.hasReserve)

        _ = try log.append([AuditEntry(.storageFull, time: TemporaryLog.noon)])
        #expect(try folder.verdicts() == [])
        fillUp(ballast)
        #expect(throws: AuditLogFailure.self) { try log.restoreReserve() }

        try FileManager.default.removeItem(at: ballast)
        try log.restoreReserve()
        #expect(log.hasReserve)
        _ = try log.append([AuditEntry(.storageOK, time: TemporaryLog.noon), long])
        #expect(try folder.open().root == log.root)
        #expect(try folder.verdicts() == [])
    }

    private func fillUp(_ url: URL) {
        let file = unsafe open(url.path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        defer { close(file) }
        let block = [UInt8](repeating: 0, count: 4096)
        while unsafe write(file, block, block.count) > 0 {}
    }

    private func run(_ command: String...) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
