import Dispatch
import LinuxSystem
import Subprocess
import SystemPackage

/// A process of imrd-pdf: it reads one PDF at a time, each in a child of its own, until it is ended or was not asked for a while.
final class PDFWorker: Sendable {
    /// What it said of a PDF.
    enum Answer: Hashable {
        /// How the child that read it ended.
        case read(TerminationStatus)
        /// Nothing within the wall time.
        case late
        /// Nothing any more: the worker is at its end.
        case ended
    }

    private let sockets: PacketPair
    private let process: Task<Void, Never>
    /// Whoever waits for a packet blocks a thread: one of this queue's own, and none of those that all tasks share.
    private let queue = DispatchQueue(label: "imrd-pdf")

    /// Starts one. Where the program cannot be run, the first answer is `ended`.
    init(_ executable: FilePath) throws(SystemFailure) {
        sockets = try PacketPair()
        let theirs = sockets.theirs
        process = Task {
            _ = try? await Subprocess.run(
                .path(executable), environment: ConfinedProcess.environment,
                platformOptions: ConfinedProcess.platformOptions,
                input: .fileDescriptor(FileDescriptor(rawValue: theirs), closeAfterSpawningProcess: true),
                output: .discarded, error: .discarded)
        }
    }

    /// Has a PDF read: from the first file into the second, with messages into the third. Cancelling the task ends the worker.
    func read(_ files: [CInt], _ limits: ExtractionLimits) async -> Answer {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { continuation.resume(returning: self.ask(files, limits)) }
            }
        } onCancel: {
            end()
        }
    }

    /// Kills it and what it has started.
    func end() {
        sockets.ours.endBothWays()
        process.cancel()
    }

    /// The request that imrd-pdf knows: three numbers of 64 bits, and three files.
    private func ask(_ files: [CInt], _ limits: ExtractionLimits) -> Answer {
        let request = [limits.processorSeconds, limits.addressSpace, limits.textBytes + 1]
        do throws(SystemFailure) {
            try sockets.ours.sendPacket(unsafe request.withUnsafeBytes { unsafe Array($0) }, with: files)
            let answer = try sockets.ours.receivePacket(most: 4, by: .now + limits.wallTime)
            return answer.count == 4 ? .read(Self.status(answer)) : .ended
        } catch {
            return error.errno == .timedOut ? .late : .ended
        }
    }

    /// The four bytes of waitpid(2): the signal in the lowest seven bits, where there was none the exit code in the next byte.
    private static func status(_ bytes: [UInt8]) -> TerminationStatus {
        let signal = CInt(bytes[0] & 0x7F)
        return signal == 0 ? .exited(CInt(bytes[1])) : .signaled(signal)
    }
}
