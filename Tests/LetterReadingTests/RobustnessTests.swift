import Determinations
import LetterGenerator
import LetterReading
import Testing

@Suite("Any bytes whatever")
struct RobustnessTests {
    /// Reads everything that there is to be read; the result is how many places were found, all inside the text.
    @discardableResult
    static func readAll(_ bytes: [UInt8]) -> Int {
        guard let read = try? LetterReader.read(bytes) else { return 0 }
        var ranges: [ByteRange] = []
        for determination in read.determinations {
            ranges.append(determination.extent)
            if let summary = determination.summary {
                let facts = SummaryReader.read(summary, in: read.words)
                ranges += facts.ages.map(\.range) + facts.sexes.map(\.range) + facts.injuryDates.map(\.range)
                ranges += facts.reviewDates.map(\.range)
            }
            for item in determination.items {
                let attributes = ItemAttributeReader.read(item, in: read.words)
                ranges += attributes.quantities.map(\.range) + attributes.frequencies.map(\.range)
                ranges += attributes.strengths.map(\.range) + attributes.spinalLevels.map(\.range)
                ranges += attributes.sides.map(\.range) + attributes.bodyParts.map(\.range)
                for paragraph in [item.claimsAdministratorGuideline, item.reviewerGuideline, item.rationale] {
                    guard let paragraph else { continue }
                    ranges += CitationReader.read(paragraph, in: read.words).flatMap { [$0.range] + $0.sections }
                    let indices = read.words.indices(in: paragraph)
                    ranges += SummaryReader.ages(indices, in: read.words).map(\.range)
                }
            }
        }
        #expect(ranges.allSatisfy { $0.start >= 0 && $0.end <= bytes.count })
        return ranges.count
    }

    @Test("every prefix of every letter is read", arguments: Fixtures.all.map(\.text))
    func prefixes(text: String) {
        let bytes = Array(text.utf8)
        for length in 0...bytes.count { Self.readAll(Array(bytes[..<length])) }
        #expect(Self.readAll(bytes) > 0)
    }

    // A blank, a digit, a mark, a form feed, a line end, the first byte of a longer character, and no UTF-8 at all.
    @Test(
        "every letter is read with any one byte changed",
        arguments: [0x20, 0x39, 0x2E, 0x0C, 0x0A, 0xE2, 0xFF] as [UInt8])
    func changes(byte: UInt8) {
        for (_, text) in Fixtures.all {
            var bytes = Array(text.utf8)
            for position in bytes.indices {
                let kept = bytes[position]
                bytes[position] = byte
                Self.readAll(bytes)
                bytes[position] = kept
            }
        }
    }

    @Test("random bytes are read, alone and behind the start of a letter")
    func random() {
        var generator = SplitMix(state: 42)
        for round in 0..<400 {
            let noise = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
                UInt8.random(in: .min ... .max, using: &generator)
            }
            let start = Array(Fixtures.all[round % Fixtures.all.count].text.utf8)
            Self.readAll(noise)
            Self.readAll(Array(start.prefix(Int.random(in: 0...start.count, using: &generator))) + noise)
        }
        #expect(Self.readAll([]) == 0)
    }

    /// Numbers that look random and are the same in each run.
    struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
