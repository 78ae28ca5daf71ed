import Determinations
import Inbox
import LetterText

/// Something that came out of the inbox and is ready to be filed or held.
enum AssessedArrival: Sendable {
    /// A file that was read.
    case read(Claim, Assessment)
    /// A file that could not be read twice, for a reason outside its bytes.
    case unreadable(Claim, reason: String)
    /// Something that is not read at all.
    case refused(Refusal)

    /// How many bytes of letters it holds in memory.
    var bytes: Int {
        switch self {
        case .read(let claim, .letter(let letter)): claim.bytes.count + letter.text.bytes.count
        case .read(let claim, .held), .unreadable(let claim, _): claim.bytes.count
        case .refused: 0
        }
    }

    /// Its number.
    var identifier: ArrivalIdentifier {
        switch self {
        case .read(let claim, _), .unreadable(let claim, _): claim.identifier
        case .refused(let refusal): refusal.identifier
        }
    }
}
