import Determinations
import LetterGenerator

/// Harms done to bytes.
enum ByteHarms {
    static let all = [
        harm("random", { chance in (0..<chance.within(8...64)).map { _ in UInt8(truncatingIfNeeded: chance.next()) } }),
        harm("nul", { chance in [UInt8](repeating: 0, count: chance.within(4...64)) }),
        harm(
            "replacement-characters",
            { chance in
                Array([[UInt8]](repeating: [0xEF, 0xBF, 0xBD], count: chance.within(2...12)).joined())
            }),
        Harm("bytes-damaged: mojibake", finds: ["X05"]) { letter, chance in
            // What UTF-8 looks like after it was read as Windows-1252.
            let marks = ["â€™", "â€œ", "Ã©", "Â°", "â€“", "ï¬\u{81}"]
            var ranges: [ByteRange] = []
            for _ in 0..<chance.within(3...10) {
                let offset = chance.below(letter.contentEnd)
                if Bytes.isLetter(letter.text[offset]), !ranges.contains(where: { $0.start == offset }) {
                    ranges.append(ByteRange(offset, offset + 1))
                }
            }
            guard let first = ranges.map(\.start).min() else { return nil }
            let mark = chance.pick(marks)
            return HarmedText(
                letter.replacing(ranges, with: Array(mark.utf8)), at: first, "\(ranges.count) times \(mark)")
        },
    ]

    private static func harm(_ name: String, _ bytes: @escaping @Sendable (inout Chance) -> [UInt8]) -> Harm {
        Harm("bytes-damaged: \(name)", finds: ["X05", HarmCatalogue.held]) { letter, chance in
            let damage = bytes(&chance)
            let start = chance.below(max(1, letter.contentEnd - damage.count))
            let range = ByteRange(start, min(start + damage.count, letter.text.count))
            return HarmedText(letter.replacing([range], with: damage), at: start, "\(damage.count) bytes")
        }
    }
}
