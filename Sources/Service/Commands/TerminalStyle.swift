import Determinations
import Register
import Review

/// Colours and marks on a terminal, by ECMA-48's "select graphic rendition".
enum TerminalStyle: String {
    case bold = "1"
    case red = "31"
    case yellow = "33"
    case blue = "34"
    case faint = "2"

    /// The text in this style; the text itself must be safe.
    func applied(to text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }

    /// The style of a severity; info has none.
    static func style(of severity: Severity) -> TerminalStyle? {
        switch severity {
        case .error, .held: .red
        case .warning: .yellow
        case .notice: .blue
        case .info: nil
        }
    }

    /// The style of a deadline's standing.
    static func style(of standing: DeadlineRow.Standing) -> TerminalStyle? {
        switch standing {
        case .overdue: .red
        case .today: .yellow
        case .done: .faint
        case .ahead: nil
        }
    }
}
