package import Determinations
import LetterReading

/// What a rationale concludes: its statements about medical necessity, in order, the last one being decisive.
package struct Conclusion: Sendable {
    /// One statement.
    package struct Statement: Hashable, Sendable {
        /// Whether it says that the treatment is necessary; nil when it leaves that open ("would be", "if").
        package let isAffirmed: Bool?
        /// The bytes from the words that decide it to the words that name necessity.
        package let range: ByteRange
    }

    /// Statements that name medical necessity (or appropriateness).
    package let necessity: [Statement]
    /// Statements that only certify or refuse ("not certified", "the denial is upheld").
    package let certification: [Statement]

    /// The statement that decides: the last about necessity that leaves nothing open, else the last about certification.
    package var decisive: Statement? {
        necessity.last { $0.isAffirmed != nil } ?? certification.last { $0.isAffirmed != nil }
    }

    /// The conclusion of a rationale, given as the indices of its words.
    init(of rationale: Range<Int>, in words: Words) {
        let scan = NecessityScan(words: words, range: rationale)
        necessity = scan.necessityStatements()
        certification = scan.certificationStatements()
    }
}
