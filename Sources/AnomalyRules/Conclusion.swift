package import Determinations
import LetterReading

/// What a rationale concludes: its statements about medical necessity, in order, the last one being decisive.
package struct Conclusion: Sendable {
    /// One statement.
    package struct Statement: Hashable, Sendable {
        /// Whether it says that the treatment is necessary; nil when it leaves that open ("would be", "if", or somebody else's view).
        package let isAffirmed: Bool?
        /// The bytes from the words that decide it to the words that name necessity.
        package let range: ByteRange
        /// How many negations its sense was read from; nil when it was not read by counting them.
        var negations: Int?
    }

    /// Statements that name medical necessity (or appropriateness).
    package let necessity: [Statement]
    /// Statements behind the last decisive one of these that only certify or refuse ("not certified", "the denial is upheld").
    package let certification: [Statement]

    /// The statement that decides: the last that leaves nothing open.
    package var decisive: Statement? { certification.last ?? necessity.last { $0.isAffirmed != nil } }

    /// The conclusion of a rationale, given as the indices of its words.
    init(of rationale: Range<Int>, in words: Words) {
        necessity = NecessityScan(words: words, range: rationale).statements()
        let last = necessity.last { $0.isAffirmed != nil }
        var start = last.map { words.index(at: $0.range.end) } ?? rationale.lowerBound
        // The rest of the sentence belongs to the statement in it.
        while last != nil, start > rationale.lowerBound, start < rationale.upperBound, !words.endsSentence(start - 1) {
            start += 1
        }
        let rest = start..<max(start, rationale.upperBound)
        let verdicts = VerdictScan(words: words, range: rest, countsSoft: false).statements()
        certification =
            last == nil && verdicts.isEmpty
            ? VerdictScan(words: words, range: rest, countsSoft: true).statements() : verdicts
    }
}
