import Determinations
import Foundation
import Glibc
import Inbox
import LinuxSystem
import Testing

/// An inbox of its own for one test, removed with it.
final class Scratch: Sendable {
    let folder: String
    let inbox: String

    init() throws {
        LinuxSystemForTests.prepare
        folder = NSTemporaryDirectory() + "/imrd-inbox-" + UUID().uuidString
        inbox = folder + "/inbox"
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A path below the inbox.
    func path(_ name: String) -> String { inbox + "/" + name }

    /// Writes and closes a file below the inbox.
    func write(_ name: String, _ text: String = "letter") throws { try write(text, to: path(name)) }

    /// Writes a file beside the inbox and moves it in.
    func moveIn(_ name: String, _ text: String = "letter") throws {
        let outside = folder + "/" + UUID().uuidString
        try write(text, to: outside)
        try FileManager.default.moveItem(atPath: outside, toPath: path(name))
    }

    /// Writes a file beside the inbox and puts it in the place of what has the name, if anything.
    func replace(_ name: String, _ text: String) throws {
        let outside = folder + "/" + UUID().uuidString
        try write(text, to: outside)
        try FileCalls.rename(outside, path(name))
    }

    /// Writes a file, and waits until no process that another test started while it was open holds it still.
    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let descriptor = try Descriptor.open(path, O_RDONLY)
        while descriptor.testReadLease() == .somebodyWrites { sched_yield() }
    }

    /// Makes a subfolder of the inbox.
    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    }

    /// What stands in the inbox, without the private folder.
    func left() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: inbox).filter { $0 != ".imrd" }.sorted()
    }

    /// The claimed files.
    func held() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(".imrd")).filter { $0 != "claims.jsonl" }.sorted()
    }
}
