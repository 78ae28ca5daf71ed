import Determinations
import Register
import Review

/// What fills the page of today.
struct TodayPage {
    struct Tile {
        let address: String
        let name: String
        let figure: String
        let more: String
        var isLate = false
    }

    struct Letter {
        let address: String
        let letter: String
        let received: String
        let outcome: String
    }

    struct Part {
        let kind: String
        let name: String
        let text: String

        init(_ name: String, _ isWell: Bool, _ text: String) {
            kind = isWell ? "good" : "warning"
            self.name = name
            self.text = text
        }
    }

    let date: String
    let tiles: [Tile]
    let hasDue: Bool
    let due: [DueLine]
    let hasFindings: Bool
    let findings: [FindingLine]
    let hasLetters: Bool
    let letters: [Letter]
    let health: [Part]

    init(_ today: Today, _ gravest: [AnomalyRow], _ wording: Wording) {
        date = wording.day(today.day) + ", \(today.day.year)"
        tiles = Self.tiles(today)
        due = today.deadlines.prefix(6).map { DueLine($0, wording) }
        hasDue = !due.isEmpty
        findings = gravest.map { FindingLine($0, wording) }
        hasFindings = !findings.isEmpty
        letters = today.newest.map { row in
            Letter(
                address: row.letter.address, letter: row.letter.title, received: wording.time(row.letter.received),
                outcome: Wording.outcome(row.letter))
        }
        hasLetters = !letters.isEmpty
        health = Self.health(today.health, wording)
    }

    private static func tiles(_ today: Today) -> [Tile] {
        let pending = today.pending.values.reduce(0, +)
        let waiting = today.health.waiting.count
        return [
            Tile(
                address: "/search?from=\(today.day)&to=\(today.day)", name: "Came in today",
                figure: Wording.number(today.filed),
                more: today.duplicates == 0
                    ? "letters filed" : "letters filed, and \(Wording.count(today.duplicates, "duplicate"))"),
            Tile(
                address: "/anomalies", name: "To be looked at", figure: Wording.number(pending),
                more: pending == 0 ? "no open finding" : Wording.severities(today.pending)),
            Tile(
                address: "/deadlines", name: "Overdue", figure: Wording.number(today.overdue),
                more: today.dueSoon == 0
                    ? "nothing due within a week" : "\(Wording.number(today.dueSoon)) due within a week",
                isLate: today.overdue > 0),
            Tile(
                address: "/held", name: "Held", figure: Wording.number(today.heldCount),
                more: waiting == 0
                    ? "nothing waits in the inbox" : "\(Wording.count(waiting, "file")) waiting in the inbox"),
        ]
    }

    private static func health(_ health: Health, _ wording: Wording) -> [Part] {
        guard health.isRunning else {
            return [Part("Daemon", false, "does not run: start it, or look at its journal")]
        }
        var parts = [
            Part("Daemon", true, "runs" + (health.since.map { " since \(wording.time($0))" } ?? "")),
            Part(
                "Watcher", health.isWatching, health.isWatching ? "up" : "down; the inbox is looked through each minute"
            ),
        ]
        if health.queue > 0 { parts.append(Part("Queue", true, Wording.count(health.queue, "letter"))) }
        if let entries = health.logEntries {
            parts.append(Part("Log", true, Wording.count(entries, "entry", "entries")))
        }
        if let free = health.freeBytes {
            parts.append(Part("Disk", free > 1 << 30, Wording.size(free) + " free for the archive"))
        }
        return parts
    }
}
