import Determinations
import LetterGenerator

/// Harms that cut something short.
enum TruncationHarms {
    static let all = [
        Harm("summary-cut-mid-word", finds: ["T01"]) { letter, chance in
            cut(.summary, letter, item: nil, &chance, where: isInsideWord)
        },
        Harm("summary-cut-after-word", finds: ["T01"]) { letter, chance in
            cut(.summary, letter, item: nil, &chance, where: isAfterWord)
        },
        Harm("rationale-cut-mid-word", finds: ["T02", "S06", "D02"]) { letter, chance in
            let item = chance.below(letter.itemCount)
            return cut(.rationale(item), letter, item: item + 1, &chance, where: isInsideWord)
        },
        Harm("rationale-cut-after-word", finds: ["T02", "S06", "D02"]) { letter, chance in
            let item = chance.below(letter.itemCount)
            return cut(.rationale(item), letter, item: item + 1, &chance, where: isAfterWord)
        },
        Harm(
            "file-cut-anywhere",
            finds: ["S01", "S03", "S06", "S07", HarmCatalogue.held, "T01", "T02", "T03", "T05", "D02"], times: 4
        ) { letter, chance in
            let offset = 1 + chance.below(max(1, letter.contentEnd - 1))
            if isUnseeable(offset, letter) { return nil }
            return HarmedText(Array(letter.text[..<offset]), at: offset, "ends at byte \(offset)")
        },
    ]

    private static func isInsideWord(_ before: UInt8, _ after: UInt8) -> Bool {
        Bytes.isLetter(before) && Bytes.isLetter(after)
    }

    private static func isAfterWord(_ before: UInt8, _ after: UInt8) -> Bool {
        Bytes.isLetter(before) && Bytes.isWhite(after)
    }

    private static func cut(
        _ part: Part, _ letter: MarkedLetter, item: Int?, _ chance: inout Chance, where holds: (UInt8, UInt8) -> Bool
    ) -> HarmedText? {
        guard let range = letter.place(part) else { return nil }
        let inner = ByteRange(range.start + min(60, range.count / 3), range.end - 3)
        guard let offset = letter.offset(in: inner, &chance, where: holds) else { return nil }
        return HarmedText(letter.replacing([ByteRange(offset, range.end)]), at: offset, "cut", item: item)
    }

    /// Whether nobody could tell that the file was cut: a sentence ends there, in a rationale that has spoken of necessity.
    private static func isUnseeable(_ offset: Int, _ letter: MarkedLetter) -> Bool {
        guard let last = letter.lastMark(before: offset) else { return false }
        for item in 0..<letter.itemCount {
            guard let rationale = letter.place(.rationale(item)) else { continue }
            let next = letter.place(.treatment(item + 1))?.start ?? letter.text.count
            guard rationale.start < offset, offset <= next else { continue }
            let soFar = ByteRange(rationale.start, min(offset, rationale.end))
            let isStated = ["necessary", "necessity", "unnecessary"].contains {
                !letter.places(of: $0, in: soFar).isEmpty
            }
            return offset >= rationale.end || (isStated && Bytes.isSentenceEnd(last))
        }
        return false
    }
}
