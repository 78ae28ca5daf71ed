import CLibFuzzer
import LetterGenerator

// Gives the bytes that libFuzzer makes up to one target, until the time is over or something traps.
//
//   FUZZ_TARGET=text|L1|L2|L3|L4a|L4b LetterFuzzer CORPUS [-OPTION=VALUE…]     fuzzes; the options are libFuzzer's
//   FUZZ_TARGET=… LetterFuzzer --corpus FOLDER                                 writes invented letters to start from
//
// Tests/Fuzz/run.sh builds and runs it.

/// What is fuzzed, for the callback, which can capture nothing.
let target = FuzzTarget.chosen()

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--corpus" {
    try target.writeCorpus(to: CommandLine.arguments[2])
} else {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
    _ = unsafe LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        unsafe target.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    }
}
