import AnomalyRules
import Determinations
import LetterReading
import LetterText
import Register

extension LetterHistory {
    /// What the register knows of letters like this one.
    /// - Parameters:
    ///   - letter: The letter.
    ///   - register: Where letters filed are looked up.
    ///   - isEarlier: Which arrivals count as earlier.
    init(
        of letter: AssessedLetter, in register: Register, where isEarlier: (ArrivalIdentifier) -> Bool = { _ in true }
    ) throws {
        let text = LetterRecord.hexadecimal(letter.textSha256)
        let same = try register.letter(textSha256: text)
        let isSameEarlier = same.flatMap { ArrivalIdentifier($0.arrival) }.map(isEarlier) ?? false
        var earlier: [EarlierLetter] = []
        if let number = letter.caseNumber {
            for letter in try register.letters(ofCase: number.description) {
                guard let arrival = ArrivalIdentifier(letter.arrival), isEarlier(arrival) else { continue }
                let items = try register.items(of: letter.sequence).compactMap { item in
                    item.decision.map { (request: item.request, decision: $0) }
                }
                earlier.append(
                    EarlierLetter(arrival: arrival, path: letter.path, textHash: letter.textSha256, items: items))
            }
        }
        self.init(sameLetter: isSameEarlier ? same?.path : nil, sameCase: earlier)
    }
}

extension AssessedLetter {
    /// The findings that need the history of the letter.
    func historyFindings(against history: LetterHistory, today: CalendarDate, _ rules: RuleSet) -> [Finding] {
        // Nearly every letter is the first of its case, and to look at it once more takes time.
        if history == .empty { return [] }
        return determinations.flatMap { determination in
            rules.checkHistory(
                CheckedLetter(
                    words: words, determination: determination, today: today, history: history,
                    lettersInFile: determinations.count, damage: text.damage, isRecognized: text.isRecognized))
        }
    }
}
