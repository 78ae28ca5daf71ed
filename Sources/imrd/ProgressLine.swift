import Foundation
import Synchronization

/// Says how far a command is: a bar on a terminal, a plain line from time to time elsewhere, both on standard error.
final class ProgressLine: Sendable {
    private static let barWidth = 30
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let next: Mutex<ContinuousClock.Instant>

    init() {
        // Who watches no terminal is told only of what takes its time.
        next = Mutex(isTerminal ? start : start + .seconds(10))
    }

    /// Shows how many of all letters are done.
    func show(_ done: Int, of all: Int) {
        let isDue = next.withLock { next in
            guard next <= .now else { return false }
            next = .now + (isTerminal ? .milliseconds(100) : .seconds(10))
            return true
        }
        guard isDue, all > 0 else { return }
        let seconds = max(0.001, (ContinuousClock.now - start) / .seconds(1))
        let rate = Double(done) / seconds
        let left = done > 0 ? ", \(Self.time(Double(max(0, all - done)) / rate)) left" : ""
        let text = "\(done) of \(all), \(Int(rate)) letters/s\(left)"
        if !isTerminal { return write("imrd: \(text)\n") }
        let filled = min(Self.barWidth, Self.barWidth * done / all)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.barWidth - filled)
        write("\r\u{1B}[K[\(bar)] \(text)")
    }

    /// Takes the line away, before something else is printed.
    func clear() { if isTerminal { write("\r\u{1B}[K") } }

    private static func time(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 360_000))
        return whole < 60
            ? "\(whole) s" : whole < 3600 ? "\(whole / 60) min" : "\(whole / 3600) h \(whole / 60 % 60) min"
    }

    private func write(_ text: String) {
        // A terminal that is gone needs no progress.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
