import Inbox
import LetterText

/// Something that came out of the inbox and is ready to be filed or held.
enum AssessedArrival: Sendable {
    /// A letter.
    case letter(LetterToFile)
    /// A file that is no letter.
    case noLetter(Claim, HeldFile)
    /// A file that could not be read twice, for a reason outside its bytes.
    case unreadable(Claim, reason: String)
    /// Something that is not read at all.
    case refused(Refusal)

    /// How many bytes of letters it holds in memory.
    var bytes: Int {
        switch self {
        case .letter(let letter): letter.claim.bytes.count + letter.letter.text.bytes.count
        case .noLetter(let claim, _), .unreadable(let claim, _): claim.bytes.count
        case .refused: 0
        }
    }
}
