import Foundation
import ServiceLifecycle

/// A service that is ended, and the process with it, when it takes too long to stop.
///
/// Whoever reads slowly, or keeps a connection open and never looks at it, would keep the site from stopping. Nothing is lost with
/// them: what the site writes is written before it answers.
struct BoundedStop: Service {
    /// How long answers that are under way may take.
    static let patience = Duration.seconds(5)

    let service: any Service

    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await service.run() }
            tasks.addTask {
                try await gracefulShutdown()
                try await Task.sleep(for: Self.patience)
                _exit(EXIT_SUCCESS)
            }
            try await tasks.next()
            tasks.cancelAll()
        }
    }
}
