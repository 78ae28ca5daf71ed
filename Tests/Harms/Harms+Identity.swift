import Determinations
import LetterGenerator

/// Harms that put identifying data in.
enum IdentityHarms {
    static let all = IdentitySentences.all.map { kind, stock, sentences in
        Harm("identifying-data: \(kind), \(stock.rawValue) wordings", finds: ["P03"]) { letter, chance in
            // The first stock was measured in summaries only; the others stand anywhere in the free text.
            let parts = stock == .shown ? [] : (0..<letter.itemCount).map(Part.rationale)
            guard let part = letter.place(chance.pick([Part.summary] + parts)) else { return nil }
            let isEnd = { (before: UInt8, after: UInt8) in before == 0x2E && Bytes.isWhite(after) }
            let offset = letter.offset(in: part, &chance, where: isEnd) ?? part.end
            let sentence = chance.pick(sentences)
            return HarmedText(
                letter.replacing([ByteRange(offset, offset)], with: Array(" \(sentence)".utf8)), at: offset, sentence)
        }
    }
}
