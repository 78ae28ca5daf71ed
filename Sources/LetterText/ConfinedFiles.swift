import LinuxSystem
import Subprocess

/// The files of one run of a program on bytes in memory: its standard input, output and error.
///
/// They exist in memory only: nobody can swap the input meanwhile, the program can seek in it, no pipe can fill up, and the kernel
/// itself ends a flood of output at the size limit.
struct ConfinedFiles: ~Copyable {
    private let input: Descriptor
    private let output: Descriptor
    private let messages: Descriptor

    /// Files for a program that is to read those bytes.
    init(_ bytes: [UInt8]) throws(SystemFailure) {
        let input = try Descriptor.memoryFile("imrd-input")
        let output = try Descriptor.memoryFile("imrd-output")
        let messages = try Descriptor.memoryFile("imrd-messages")
        try input.write(bytes)
        try input.rewind()
        self.input = input
        self.output = output
        self.messages = messages
    }

    /// The numbers of standard input, output and error.
    var numbers: [CInt] { [input.number, output.number, messages.number] }

    /// What the program left in its files.
    func outcome(_ status: TerminationStatus, _ limits: ExtractionLimits) throws(SystemFailure) -> ConfinedOutcome {
        let size = Int(try output.status().size)
        return ConfinedOutcome(
            status: status,
            output: try output.read(at: 0, upTo: min(size, limits.textBytes)),
            isCut: size > limits.textBytes,
            messages: try messages.read(at: 0, upTo: min(Int(try messages.status().size), 1 << 16)))
    }
}

/// How a run ended.
struct ConfinedOutcome: Hashable {
    /// The exit code or signal.
    let status: TerminationStatus
    /// What it wrote to standard output, at most the limit.
    let output: [UInt8]
    /// Whether there was more.
    let isCut: Bool
    /// What it wrote to standard error, at most the first 64 KiB.
    let messages: [UInt8]
}
