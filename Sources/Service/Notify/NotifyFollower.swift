import Determinations
import Foundation
import LinuxSystem
import Logging

/// Tells one target everything in its order, each thing until it is taken.
///
/// Its place is remembered after each message: a crash between the two tells the same message again, with the same id. A target that
/// cannot be reached is tried again after 5 s, 10 s, and so on up to an hour; it holds up no other.
struct NotifyFollower: Sendable {
    let target: any NotifyTarget
    let reader: NotifyReader
    let logger: Logger

    /// How long it waits after the first failure.
    var firstDelay = Duration.seconds(5)

    private static let longestDelay = Duration.seconds(3600)
    private static let rhythm = Duration.seconds(1)

    /// Follows until the task is cancelled.
    func run() async throws {
        let folder = try Descriptor.makeFolders(reader.settings.notify.path)
        var place =
            try NotifyPlace(in: folder, target: target.name)
            ?? reader.end(now: FilingEngine.now)
        try place.remember(in: folder, target: target.name)
        while true {
            guard let step = try reader.next(after: place, now: FilingEngine.now) else {
                try await Task.sleep(for: Self.rhythm)
                continue
            }
            if step.isLogReplaced {
                logger.warning(
                    "another audit log stands there, as after a restore: going on behind what was told of",
                    metadata: [
                        "target": "\(target.name)", "told": "\(place.seq) lines until \(place.time)",
                        "next": "line \(step.place.seq)",
                    ])
            }
            if let message = step.message { try await tell(message) }
            place = step.place
            try place.remember(in: folder, target: target.name)
        }
    }

    /// Tells until it is taken.
    private func tell(_ message: NotifyMessage) async throws {
        var delay = firstDelay
        while true {
            do {
                try await target.tell(message)
                logger.info("told", metadata: ["target": "\(target.name)", "id": "\(message.id)"])
                return
            } catch let failure as ProgramFailure {
                logger.warning(
                    "could not tell, trying again",
                    metadata: [
                        "target": "\(target.name)", "id": "\(message.id)", "reason": "\(failure)",
                        "again-in": "\(delay)",
                    ])
            }
            try await Task.sleep(for: delay)
            delay = min(delay * 2, Self.longestDelay)
        }
    }
}
