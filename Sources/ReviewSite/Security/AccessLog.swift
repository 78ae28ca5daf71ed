import Determinations
import Foundation
import LinuxSystem
import Records
import Synchronization

/// Who came and, while no daemon runs, who looked at what: a line in a file before the answer is given.
///
/// Views and exports stand in the audit log; here they stand when nobody could write them there, so that each stands once.
///
/// One JSON object a line, UTF-8: `{"time":"2026-11-21T16:04:11.927Z","reviewer":"ana","did":"viewed","what":"<arrival>",
/// "peer":"127.0.0.1"}`. Monthly files `2026-11.jsonl`, UTC.
package final class AccessLog: Sendable {
    /// What was done.
    package enum Act: String, Sendable {
        /// Logged in.
        case loggedIn = "logged-in"
        /// Logged out.
        case loggedOut = "logged-out"
        /// Tried to log in with a wrong name or password.
        case refused
        /// A letter's page was shown.
        case viewed
        /// A letter, its text, or a list left the site as a file.
        case exported
    }

    private let folder: String
    private let writing = Mutex(())

    /// A log in a folder, which is made when it is not there.
    package init(folder: String) throws {
        self.folder = folder
        _ = try Descriptor.makeFolders(folder)
    }

    /// Writes a line; an access that cannot be logged must not happen.
    func write(_ act: Act, by reviewer: String, of what: String? = nil, from peer: String) throws {
        let time = Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(.now)
        let line = JSON.object([
            "time": .string(time), "reviewer": .string(reviewer), "did": .string(act.rawValue),
            "what": .optional(what), "peer": .string(peer),
        ])
        let file = FileName(time.prefix(7) + ".jsonl")
        try writing.withLock { _ in
            try Descriptor.folder(folder).openForAppending(file, mode: 0o640).write(line.bytes + [0x0A])
        }
    }
}
