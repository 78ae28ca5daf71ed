import AnomalyRules
import Determinations
import LetterReading
import TestSupport

/// The day on which the tests take place.
let testDay = CalendarDate(daysSinceEpoch: 20_000)

extension AnomalyRule {
    /// What this rule finds in an invented letter.
    static func check(
        _ letter: InventedLetter, history: LetterHistory = .empty, damage: [TextDamage] = [],
        isRecognized: Bool = false
    ) throws -> [Finding] {
        try check(text: letter.text, history: history, damage: damage, isRecognized: isRecognized)
    }

    /// What this rule finds in the letters of a text.
    static func check(
        text: String, history: LetterHistory = .empty, damage: [TextDamage] = [],
        isRecognized: Bool = false
    ) throws -> [Finding] {
        try checked(Array(text.utf8), history: history, damage: damage, isRecognized: isRecognized).flatMap(findings)
    }
}

/// The letters of a text, ready to be judged.
func checked(
    _ bytes: [UInt8], history: LetterHistory = .empty, damage: [TextDamage] = [],
    isRecognized: Bool = false
) throws -> [CheckedLetter] {
    let read = try LetterReader.read(bytes)
    return read.determinations.enumerated().map { position, determination in
        CheckedLetter(
            words: read.words, determination: determination, today: testDay, history: history,
            numberInFile: position + 1, lettersInFile: read.determinations.count, damage: damage,
            isRecognized: isRecognized)
    }
}

/// Every finding in a text, by the rules that run by default.
func allFindings(_ bytes: [UInt8]) throws -> [Finding] {
    try checked(bytes).flatMap { RuleCatalogue.check($0) }
}

extension Finding {
    /// The bytes it points at, as they stand in the letter.
    func evidence(in letter: InventedLetter) -> [String] { evidence(in: letter.text) }

    /// The bytes it points at, as they stand in a text.
    func evidence(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return evidence.map { String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self) }
    }
}
