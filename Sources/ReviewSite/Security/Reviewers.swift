import Determinations
import Foundation
import LinuxSystem
import Records
import Synchronization

/// Why the file of reviewers cannot be used or changed as asked.
package struct ReviewersFailure: Error, Hashable, CustomStringConvertible {
    /// One line: what is wrong and what to do.
    package let description: String
}

/// Who may log in to the site: a JSON file with a salted hash of each password, replaced as a whole when it changes.
///
/// `{"reviewers":[{"name":"ana","since":"2026-11-21T08:00:00Z","password":{"salt":…,"key":…,"rounds":…}}]}`
package final class Reviewers: Sendable {
    /// Somebody who may log in.
    package struct Reviewer: Hashable, Sendable {
        /// The name, under which everything they do is recorded.
        package let name: String
        /// When they were added, RFC 3339.
        package let since: String
        let password: PasswordHash
    }

    private struct Reading {
        var modified: Int64 = -1
        var reviewers: [String: Reviewer] = [:]
    }

    private let folder: String
    private let file: FileName
    private let reading = Mutex(Reading())

    /// The reviewers of a file; it need not exist yet.
    package init(path: String) {
        folder = (path as NSString).deletingLastPathComponent
        file = FileName((path as NSString).lastPathComponent)
    }

    /// All reviewers by their names.
    package func all() throws -> [Reviewer] {
        try read().values.sorted { $0.name < $1.name }
    }

    /// All reviewers as lines: for people, or as JSON objects; no hash is printed.
    package func list(json: Bool) throws -> String {
        let lines = try all().map { reviewer in
            json
                ? JSON.object(["name": .string(reviewer.name), "since": .string(reviewer.since)]).line
                : "\(reviewer.name)  since \(reviewer.since)"
        }
        if lines.isEmpty, !json { return "Nobody may log in. Add somebody with: imrd reviewer add NAME" }
        return lines.joined(separator: "\n")
    }

    /// One reviewer; nil when nobody has this name, or the file cannot be read.
    func reviewer(_ name: String) -> Reviewer? { (try? read())?[name] }

    /// Adds a reviewer, or gives one a new password.
    package func add(_ name: String, password: String) throws {
        guard Self.isName(name) else {
            throw ReviewersFailure(
                description: "\"\(FileName(name))\" is no name; take 1 to 32 of a-z, 0-9, dot, dash, a letter first")
        }
        if let objection = PasswordRule.objection(to: password, of: name) {
            throw ReviewersFailure(description: objection)
        }
        var reviewers = try read()
        let since = Date.now.formatted(.iso8601)
        reviewers[name] = Reviewer(name: name, since: since, password: try PasswordHash(of: password))
        try write(reviewers)
    }

    /// Takes a reviewer away; who is logged in under this name is logged off.
    package func remove(_ name: String) throws {
        var reviewers = try read()
        guard reviewers.removeValue(forKey: name) != nil else {
            throw ReviewersFailure(
                description: "there is no reviewer \"\(FileName(name))\"; `imrd reviewer list` shows all")
        }
        try write(reviewers)
    }

    /// A name is written into the audit log as the actor; `imrd` is the daemon itself.
    static func isName(_ name: String) -> Bool {
        name != "imrd" && (1...32).contains(name.utf8.count) && name.first?.isLetter == true
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D
            }
    }

    /// The reviewers, read anew when the file was replaced.
    private func read() throws -> [String: Reviewer] {
        // Before the first reviewer there is no folder.
        guard FileManager.default.fileExists(atPath: self.folder) else { return [:] }
        let folder = try Descriptor.folder(self.folder)
        guard try folder.has(file) else { return [:] }
        let modified = try folder.status(of: file).changed
        return try reading.withLock { reading in
            if reading.modified == modified { return reading.reviewers }
            reading = Reading(modified: modified, reviewers: try parse(folder.content(of: file, upTo: 4 << 20) ?? []))
            return reading.reviewers
        }
    }

    private func parse(_ bytes: [UInt8]) throws -> [String: Reviewer] {
        guard let json = try? JSON(reading: bytes) else {
            throw ReviewersFailure(description: "\"\(file)\" is no valid JSON; put a good copy back, or remove it")
        }
        var reviewers: [String: Reviewer] = [:]
        for element in json["reviewers"]?.elements ?? [] {
            guard let name = element["name"]?.text, Self.isName(name),
                let password = element["password"].flatMap(PasswordHash.init)
            else { continue }
            reviewers[name] = Reviewer(name: name, since: element["since"]?.text ?? "", password: password)
        }
        return reviewers
    }

    private func write(_ reviewers: [String: Reviewer]) throws {
        let list = reviewers.values.sorted { $0.name < $1.name }.map {
            JSON.object(["name": .string($0.name), "since": .string($0.since), "password": $0.password.json])
        }
        let text = JSON.object(["reviewers": .array(list)]).bytes + [0x0A]
        // Root adds reviewers for the user of the site, whose folder it is.
        let folder = try Descriptor.makeFolders(folder)
        let owner = Processes.effectiveUser == 0 ? try folder.status().owner : nil
        try folder.replaceContent(of: file, with: text, mode: 0o600, owner: owner)
    }
}
