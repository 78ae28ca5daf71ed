import Determinations
import LetterReading

/// How a passage of running text ends: soundly, or cut off.
struct PassageEnd {
    /// Whether the last character can end a sentence: . ! ? ) or a quotation mark.
    let isSound: Bool
    /// The last word, when the passage stops in its middle, and a whole word of the letter that it begins.
    let cutWord: (range: ByteRange, whole: String)?

    /// Whether it stops behind a word that no sentence ends with, such as "of".
    private let isOpen: Bool

    /// Whether the passage seems to be cut off; that OCR missed the full stop behind a word does not say so.
    func isCutOff(isRecognized: Bool) -> Bool { !isSound && (!isRecognized || isOpen || cutWord != nil) }

    /// Articles, prepositions and the like.
    private static let openWords = WordSet(
        "a an the of and or but to in on at by for from with without as than that which who is are was were has have had be been "
            + "not his her their its this these")

    /// The end of a passage.
    init(of passage: ByteRange, in words: Words) {
        let trimmed = Folding.trimmed(words.text, passage)
        isSound = PassageEnd.endsSoundly(words.text, trimmed)
        cutWord = isSound ? nil : PassageEnd.cutWord(trimmed, words)
        isOpen =
            !isSound && words.indices(in: trimmed).last.map { PassageEnd.openWords.contains(words[$0].key) } ?? true
    }

    private static func endsSoundly(_ text: [UInt8], _ range: ByteRange) -> Bool {
        guard !range.isEmpty else { return false }
        switch text[range.end - 1] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: "]"):
            return true
        case 0x98...0x9F where range.count >= 3:
            // Curly quotation marks: U+2018 to U+201F.
            return text[range.end - 3] == 0xE2 && text[range.end - 2] == 0x80
        default: return false
        }
    }

    /// The last word is cut when it is no whole word anywhere else in the letter but begins one that is.
    private static func cutWord(_ range: ByteRange, _ words: Words) -> (range: ByteRange, whole: String)? {
        guard let last = words.indices(in: range).last, Int(words[last].end) == range.end else { return nil }
        let stump = words.string(last).lowercased()
        guard stump.utf8.count >= 2, words.number(last) == nil else { return nil }
        var whole: String?
        for index in 0..<words.count where index != last {
            if words[index].key == words[last].key { return nil }
            let length = words[index].end - words[index].start
            if whole == nil, length > words[last].end - words[last].start,
                words.string(index).lowercased().hasPrefix(stump)
            {
                whole = words.string(index)
            }
        }
        return whole.map { (words[last].range, $0) }
    }
}
