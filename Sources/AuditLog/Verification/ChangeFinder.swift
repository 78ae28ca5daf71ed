/// Says which lines were altered, inserted, or are missing.
enum ChangeFinder {
    /// Goes by the numbers that the lines give themselves: exact for gaps and repetitions, blind to altered content.
    static func byNumbers(_ lines: VerifierLines, size: Int) -> [Verdict] {
        var verdicts: [Verdict] = []
        var next = 0
        for index in 0..<lines.count {
            let (file, line) = lines.place(index)
            guard let number = lines.numbers[index] else {
                verdicts.append(Verdict(.altered, file: file, line: line, seq: next, "This line is no entry."))
                next += 1
                continue
            }
            if number < next {
                verdicts.append(
                    Verdict(
                        .inserted, file: file, line: line, seq: number,
                        "An entry with the number \(number) stands where \(next) must follow."))
                continue
            }
            if number > next {
                let range = number == next + 1 ? "Entry \(next) is" : "Entries \(next) to \(number - 1) are"
                verdicts.append(
                    Verdict(.missing, file: file, line: line, seq: next, "\(range) missing before this line."))
            }
            next = number + 1
        }
        if next < size {
            let (file, line) = lines.place(max(0, lines.count - 1))
            verdicts.append(
                Verdict(
                    .cutShort, file: file, line: line, seq: next,
                    "The log ends before entry \(next); the checkpoint covers \(size) entries."))
        }
        return verdicts
    }

    /// Goes by the hashes that lead to the signed root: exact.
    /// - Parameter written: The leaf hashes of the lines as they were written, 32 bytes each.
    static func byHashes(_ lines: VerifierLines, written: [UInt8]) -> [Verdict] {
        let size = written.count / 32
        var numberOf: [ArraySlice<UInt8>: Int] = [:]
        for number in 0..<size { numberOf[written[(32 * number)..<(32 * number + 32)]] = number }
        let found = (0..<lines.count).map { numberOf[lines.hash($0)] }
        let anchors = longestRise(found)

        var verdicts: [Verdict] = []
        var next = 0
        var strange: [Int] = []
        for index in 0..<lines.count {
            guard anchors.contains(index), let number = found[index] else {
                strange.append(index)
                continue
            }
            verdicts += gap(lines, found, strange, next..<number, before: index)
            strange = []
            next = number + 1
        }
        // After the last line that the checkpoint covers, what follows is not covered: it is nobody's to judge, unless
        // signed lines are missing or stand there again.
        let rest = next == size ? strange.filter { found[$0] != nil } : strange
        return verdicts + gap(lines, found, rest, next..<size, before: nil)
    }

    /// What happened between two lines that are in place: strange lines here, written entries gone.
    private static func gap(
        _ lines: VerifierLines, _ found: [Int?], _ strange: [Int], _ gone: Range<Int>, before index: Int?
    ) -> [Verdict] {
        var verdicts: [Verdict] = []
        var gone = gone
        for index in strange {
            let (file, line) = lines.place(index)
            if let number = found[index] {
                let sentence = "The entry \(number) stands here, out of its place."
                verdicts.append(Verdict(.inserted, file: file, line: line, seq: number, sentence))
            } else if let number = gone.popFirst() {
                let sentence = "This line is not entry \(number) as it was signed."
                verdicts.append(Verdict(.altered, file: file, line: line, seq: number, sentence))
            } else {
                verdicts.append(Verdict(.inserted, file: file, line: line, "This line was never signed."))
            }
        }
        if let first = gone.first {
            let range = gone.count == 1 ? "Entry \(first) is" : "Entries \(first) to \(gone.upperBound - 1) are"
            let (file, line) = lines.place(index ?? max(0, lines.count - 1))
            verdicts.append(
                index == nil
                    ? Verdict(.cutShort, file: file, line: line, seq: first, "The log ends here; \(range) missing.")
                    : Verdict(.missing, file: file, line: line, seq: first, "\(range) missing before this line."))
        }
        return verdicts
    }

    /// The places of a longest strictly rising run of the numbers: the lines that count as being in place.
    private static func longestRise(_ numbers: [Int?]) -> Set<Int> {
        var ends: [Int] = []
        var previous = [Int?](repeating: nil, count: numbers.count)
        for (index, number) in numbers.enumerated() {
            guard let number else { continue }
            var low = 0
            var high = ends.count
            while low < high {
                let middle = (low + high) / 2
                if (numbers[ends[middle]] ?? 0) < number { low = middle + 1 } else { high = middle }
            }
            previous[index] = low > 0 ? ends[low - 1] : nil
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var rise: Set<Int> = []
        var last = ends.last
        while let index = last {
            rise.insert(index)
            last = previous[index]
        }
        return rise
    }
}

extension Range<Int> {
    /// Takes the first number off.
    fileprivate mutating func popFirst() -> Int? {
        guard let first else { return nil }
        self = (first + 1)..<upperBound
        return first
    }
}
