import Determinations
import Register
import Review

/// A finding in a list.
struct FindingLine {
    let identifier: String
    let severity: String
    let code: String
    let message: String
    let letter: String
    let address: String
    let received: String
    let state: String?
    let canTick: Bool

    init(_ row: AnomalyRow, _ wording: Wording, canTick: Bool = false) {
        identifier = row.finding.key.description
        severity = row.finding.finding.severity.rawValue
        code = row.finding.finding.code
        message = row.finding.finding.message
        letter = row.letter.title
        address = row.letter.address + "#finding-" + row.finding.key.description
        received = wording.time(row.letter.received)
        state = row.finding.state == .open ? nil : row.finding.state.rawValue
        self.canTick = canTick
    }
}
