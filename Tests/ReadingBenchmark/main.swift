import AnomalyRules
import Determinations
import Foundation
import LetterReading

// Measures reading and checking of letters from text, on one core: microseconds of processor time a letter and for each 4 KB,
// the median of several runs, and as a ratio to memchr over the same bytes.
//
//   swift run -c release ReadingBenchmark FILE…
//
// ROUNDS sets how often each run goes over all texts, for a profiler that is slow.

let texts = CommandLine.arguments.dropFirst().compactMap { FileManager.default.contents(atPath: $0).map { Array($0) } }
guard !texts.isEmpty else {
    print("usage: ReadingBenchmark FILE… (texts of letters)")
    exit(64)
}
let bytes = texts.reduce(0) { $0 + $1.count }
let today = CalendarDate(daysSinceEpoch: 20_000)
let rounds = ProcessInfo.processInfo.environment["ROUNDS"].flatMap { Int($0) } ?? max(1, 20_000_000 / bytes)

/// The processor seconds that this thread has used; what else the machine does counts for nothing in them.
func processorSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The median processor seconds of seven runs over all texts.
func median(_ body: ([UInt8]) -> Int) -> Double {
    var sink = 0
    let times = (0..<7).map { _ in
        let start = processorSeconds()
        for _ in 0..<rounds { for text in texts { sink &+= body(text) } }
        return processorSeconds() - start
    }.sorted()
    if sink == 42 { print("") }
    return times[times.count / 2] / Double(rounds)
}

func report(_ name: String, _ seconds: Double, _ floor: Double) {
    let letter = seconds / Double(texts.count) * 1e6
    let page = seconds / Double(bytes) * 4096 * 1e6
    func show(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
    print("\(name)\t\(show(letter, 1)) µs a letter\t\(show(page, 2)) µs for 4 KB\t\(show(seconds / floor, 0)) × memchr")
}

let floor = median { text in
    unsafe text.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return 0 }
        return unsafe memchr(start, 0, buffer.count) == nil ? 1 : 2
    }
}
print("\(texts.count) texts, \(bytes / texts.count) bytes a text on average")
report("scan", median { Words($0).count }, floor)
report("read", median { (try? LetterReader.read($0).determinations.count) ?? 0 }, floor)
report(
    "read and check",
    median { text in
        guard let read = try? LetterReader.read(text) else { return 0 }
        return read.determinations.reduce(0) { sum, determination in
            let letter = CheckedLetter(words: read.words, determination: determination, today: today, history: .empty)
            return sum + RuleCatalogue.check(letter).count
        }
    }, floor)
