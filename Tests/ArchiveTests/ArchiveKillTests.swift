import Archive
import Determinations
import Foundation
import Testing

/// Kills a child process at its n-th call of a kind, for n from 1 until it survives: every call that changes the disk.
///
/// strace(1) attaches to the child and injects SIGKILL at the entry of the call, so that the call itself does not happen.
@Suite("Killed at every system call", .enabled(if: BagCheck.hasCommand("strace")))
struct ArchiveKillTests {
    /// The calls that change the disk or make it durable.
    static let calls = ["mkdirat", "openat", "write", "fsync", "linkat", "renameat", "unlinkat", "ftruncate"]

    /// What the child does.
    enum Work: String, CaseIterable, Codable {
        /// Files a PDF and a text letter into the bag where letter 1 stands logged.
        case filing
        /// Files them as the first letters of the day.
        case firstFiling
        /// Undoes them after a kill before the log.
        case recovery
        /// Seals the bag.
        case sealing
        /// Files a letter late into the sealed bag.
        case lateFiling
    }

    @Test(
        "After a kill anywhere the next start has a valid bag, and filing again gives every letter once",
        arguments: Work.allCases)
    func survives(work: Work) async throws {
        var kills = 0
        for call in ArchiveKillTests.calls {
            var number = 1
            while number < 100 {
                let folder = try TemporaryFolder()
                try prepare(work, in: folder)
                guard try await isKilled(at: number, of: call, doing: work, in: folder) else { break }
                try expectWhole(after: work, in: folder)
                kills += 1
                number += 1
            }
        }
        #expect(kills >= 10, "the child was killed \(kills) times only")
    }

    private func prepare(_ work: Work, in folder: TemporaryFolder) throws {
        let archive = try folder.open()
        if work == .firstFiling { return }
        _ = try archive.file([try Letters.letter(1)])
        if work == .recovery { _ = try archive.file(try Letters.letters([2, 3])) }
        if work == .lateFiling { _ = try archive.seal(before: try Letters.day(22)) }
    }

    private func isKilled(at number: Int, of call: String, doing work: Work, in folder: TemporaryFolder) async throws
        -> Bool
    {
        let result = try await #require(processExitsWith: .failure) {
            [path = folder.path as String, call = call as String, number = number as Int, work = work as Work] in
            try ArchiveKillTests.work(work, in: path, killedAt: number, of: call)
        }
        switch result.exitStatus {
        case .signal(let signal):
            #expect(signal == SIGKILL)
            return true
        case .exitCode(let code):
            #expect(code == survived)
            return false
        default: return false
        }
    }

    private static func work(_ work: Work, in path: String, killedAt number: Int, of call: String) throws {
        let archive = try Archive(archive: path + "/archive", held: path + "/held")
        let logged = Letters.arrival(1)
        let letters = try Letters.letters([2, 3])
        let tomorrow = try Letters.day(22)
        try attachStrace(killingAt: number, of: call)
        switch work {
        case .filing, .firstFiling, .lateFiling: _ = try archive.file(letters)
        case .recovery: _ = try archive.recover { $0 == logged }
        case .sealing: _ = try archive.seal(before: tomorrow)
        }
        exit(survived)
    }

    private static func attachStrace(killingAt number: Int, of call: String) throws {
        let strace = Process()
        strace.executableURL = URL(filePath: "/usr/bin/env")
        strace.arguments = [
            "strace", "-f", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(call):signal=KILL:when=\(number)",
            "-p", "\(getpid())",
        ]
        let messages = Pipe()
        strace.standardError = messages
        try strace.run()
        // The first thing that strace says is that it has attached.
        let said = String(decoding: messages.fileHandleForReading.availableData, as: UTF8.self)
        guard said.contains("attached") else { exit(notAttached) }
    }

    private func expectWhole(after work: Work, in folder: TemporaryFolder) throws {
        let archive = try folder.open()
        let report = try archive.recover { $0 == Letters.arrival(1) }
        #expect(report.damage.isEmpty)
        switch work {
        case .firstFiling: #expect(!folder.has("archive/2026/11/21"))
        default: try BagCheck.expectValid(folder.bag, letters: 1)
        }
        if work == .sealing || work == .lateFiling { _ = try archive.seal(before: try Letters.day(22)) }
        let results = try archive.file(try Letters.letters([2, 3]))
        #expect(results.map(\.isFiled) == [true, true])
        try BagCheck.expectValid(folder.bag, letters: work == .firstFiling ? 2 : 3)
    }
}

private let survived: Int32 = 77
private let notAttached: Int32 = 78
