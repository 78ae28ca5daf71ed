import LinuxSystem
import Subprocess
import SystemPackage

/// One run of a program on bytes in memory, under limits.
///
/// The limits are set with prlimit(2) right after the start. The child runs some microseconds without them, which harms
/// nothing: a limit already passed takes effect at once. Through prlimit(1) there would be no such gap, at the price
/// of one more exec, a tenth of what pdftotext itself takes.
struct ConfinedProcess {
    /// The path of the program.
    let tool: String
    /// What it is told.
    let arguments: [String]
    /// What a run may cost; its text is what it writes.
    let limits: ExtractionLimits

    /// What programs find around them. One thread each: as many run at a time as there are cores.
    static let environment = Environment.custom(["PATH": "/usr/bin:/bin", "LC_ALL": "C", "OMP_THREAD_LIMIT": "1"])

    /// Runs in a process group of its own, which is killed when the task is cancelled.
    static var platformOptions: PlatformOptions {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
        return options
    }

    /// Runs it on bytes and waits for its end; it is killed when it takes too long or this task is cancelled.
    func run(on bytes: [UInt8]) async throws(TextFailure) -> ConfinedOutcome {
        do {
            let files = try ConfinedFiles(bytes)
            return try files.outcome(try await finish(files.numbers), limits)
        } catch let failure as TextFailure {
            throw failure
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw .toolMissing(path: tool)
        } catch {
            throw .unavailable(reason: String(describing: error))
        }
    }

    /// Runs until the process ends or the wall time is over, whichever comes first; the process never outlives this.
    private func finish(_ files: [CInt]) async throws -> TerminationStatus {
        let status = try await withThrowingTaskGroup(of: TerminationStatus?.self) { group in
            group.addTask { try await start(files) }
            group.addTask {
                try? await Task.sleep(for: limits.wallTime)
                return nil
            }
            let first = try await group.next() ?? nil
            group.cancelAll()
            return first
        }
        if Task.isCancelled { throw TextFailure.cancelled }
        guard let status else { throw TextFailure.timedOut }
        return status
    }

    private func start(_ files: [CInt]) async throws -> TerminationStatus {
        let result = try await Subprocess.run(
            .path(FilePath(tool)),
            arguments: Arguments(arguments),
            environment: Self.environment,
            platformOptions: Self.platformOptions,
            input: .fileDescriptor(FileDescriptor(rawValue: files[0]), closeAfterSpawningProcess: false),
            output: .fileDescriptor(FileDescriptor(rawValue: files[1]), closeAfterSpawningProcess: false),
            error: .fileDescriptor(FileDescriptor(rawValue: files[2]), closeAfterSpawningProcess: false)
        ) { execution in
            try Processes.limit(
                execution.processIdentifier.value, processorSeconds: limits.processorSeconds,
                addressSpace: limits.addressSpace, fileSize: limits.textBytes + 1)
        }
        return result.terminationStatus
    }
}
