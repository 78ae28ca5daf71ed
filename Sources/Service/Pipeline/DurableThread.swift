import Dispatch
import Foundation
import LinuxSystem
import Synchronization

/// The one thread on which letters are filed and logged: an executor that runs its jobs one after the other.
///
/// Durable work is plain synchronous code; here it blocks no other task, and nothing can come between archive and log.
final class DurableThread: SerialExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    private let bell = DispatchSemaphore(value: 0)

    /// Starts the thread; it lives as long as the process.
    init(name: String) {
        Thread.detachNewThread { [self] in
            Processes.nameThread(name)
            while true {
                bell.wait()
                let next = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
                if let next { unsafe next.runSynchronously(on: asUnownedSerialExecutor()) }
            }
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        bell.signal()
    }
}
