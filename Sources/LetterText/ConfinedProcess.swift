import LinuxSystem
import Subprocess
import SystemPackage

/// One run of a program on bytes in memory, under limits.
///
/// Standard input, output and error are files in memory: the file cannot be swapped meanwhile, the program can seek in it,
/// no pipe can fill up, and the kernel itself ends a flood of output at the size limit.
///
/// The limits are set with prlimit(2) right after the start. The child runs some microseconds without them, which harms
/// nothing: a limit already passed takes effect at once. Through prlimit(1) there would be no such gap, at the price
/// of one more exec, a tenth of what pdftotext itself takes.
struct ConfinedProcess {
    /// How a run ended.
    struct Outcome {
        /// The exit code or signal.
        let status: TerminationStatus
        /// What it wrote to standard output, at most the limit.
        let output: [UInt8]
        /// Whether there was more.
        let isCut: Bool
        /// What it wrote to standard error, at most the first 64 KiB.
        let messages: [UInt8]
    }

    /// The path of the program.
    let tool: String
    /// What it is told.
    let arguments: [String]
    /// What a run may cost; its text is what it writes.
    let limits: ExtractionLimits

    /// Runs it on bytes and waits for its end; it is killed when it takes too long or this task is cancelled.
    func run(on bytes: [UInt8]) async throws(TextFailure) -> Outcome {
        do {
            let input = try Descriptor.memoryFile("imrd-input")
            let output = try Descriptor.memoryFile("imrd-output")
            let messages = try Descriptor.memoryFile("imrd-messages")
            try input.write(bytes)
            try input.rewind()
            let status = try await finish(input: input.number, output: output.number, messages: messages.number)
            let size = Int(try output.status().size)
            return Outcome(
                status: status,
                output: try output.read(at: 0, upTo: min(size, limits.textBytes)),
                isCut: size > limits.textBytes,
                messages: try messages.read(at: 0, upTo: min(Int(try messages.status().size), 1 << 16)))
        } catch let failure as TextFailure {
            throw failure
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw .toolMissing(path: tool)
        } catch {
            throw .unavailable(reason: String(describing: error))
        }
    }

    /// Runs until the process ends or the wall time is over, whichever comes first; the process never outlives this.
    private func finish(input: CInt, output: CInt, messages: CInt) async throws -> TerminationStatus {
        let status = try await withThrowingTaskGroup(of: TerminationStatus?.self) { group in
            group.addTask { try await start(input: input, output: output, messages: messages) }
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

    private func start(input: CInt, output: CInt, messages: CInt) async throws -> TerminationStatus {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
        let result = try await Subprocess.run(
            .path(FilePath(tool)),
            arguments: Arguments(arguments),
            // One thread each: as many run at a time as there are cores.
            environment: .custom(["PATH": "/usr/bin:/bin", "LC_ALL": "C", "OMP_THREAD_LIMIT": "1"]),
            platformOptions: options,
            input: .fileDescriptor(FileDescriptor(rawValue: input), closeAfterSpawningProcess: false),
            output: .fileDescriptor(FileDescriptor(rawValue: output), closeAfterSpawningProcess: false),
            error: .fileDescriptor(FileDescriptor(rawValue: messages), closeAfterSpawningProcess: false)
        ) { execution in
            try Processes.limit(
                execution.processIdentifier.value, processorSeconds: limits.processorSeconds,
                addressSpace: limits.addressSpace, fileSize: limits.textBytes + 1)
        }
        return result.terminationStatus
    }
}
