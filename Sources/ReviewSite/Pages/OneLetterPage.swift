import Deadlines
import Determinations
import Records
import Register
import Review

/// What fills the page of a letter.
struct OneLetterPage {
    struct Item {
        let number: Int
        let decision: String
        let decisionKind: String
        let request: String
        let details: String?
        let due: String?
        let urgency: String
        let dueWhat: String
        let dueIdentifier: String
    }

    struct Fact {
        let name: String
        let text: String
    }

    struct Related {
        let address: String
        let received: String
        let outcome: String
    }

    struct Happening {
        let when: String
        let who: String?
        let text: String
    }

    let letter: String
    let summary: String
    let address: String
    let originalKind: String
    let hasItems: Bool
    let items: [Item]
    let textNote: String
    let lines: [LetterLine]
    let findingsSummary: String
    let hasFindings: Bool
    let findings: [LetterFinding]
    let facts: [Fact]
    let receivedDay: String
    let hasRelated: Bool
    let related: [Related]
    let history: [Happening]
    let formAddress: String
    let reasons = Option.reasons

    init(_ view: LetterView, _ wording: Wording) {
        let letter = view.letter
        self.letter = letter.title
        let decided = letter.facts["dates"]?["decision"]?.text.map { " · decided " + wording.day($0) } ?? ""
        summary = Wording.outcome(letter) + decided
        address = letter.address
        let kind = letter.mediaType == "application/pdf" ? "PDF" : "text"
        originalKind = "\(kind), \(Wording.size(letter.bytes))"
        items = view.items.map { item in Item(item, view.deadlines.first { $0.key == item.key }, wording) }
        hasItems = !items.isEmpty
        let lines = LetterLine.lines(of: view)
        self.lines = lines
        textNote = view.textProblem ?? LetterLine.note(lines.count)
        let numbers = view.findings.reduce(into: [Severity: Int]()) { $0[$1.finding.finding.severity, default: 0] += 1 }
        findingsSummary = Wording.severities(numbers)
        let gravestFirst = view.findings.sorted { one, other in
            (other.finding.finding.severity, one.finding.key) < (one.finding.finding.severity, other.finding.key)
        }
        findings = gravestFirst.map { LetterFinding($0, wording) }
        hasFindings = !findings.isEmpty
        facts = Self.facts(view, wording)
        receivedDay = letter.receiptDay
        related = view.otherLetters.map { other in
            Related(address: other.address, received: wording.time(other.received), outcome: Wording.outcome(other))
        }
        hasRelated = !related.isEmpty
        history = Self.history(view, wording)
        formAddress = letter.address + "/findings"
    }

    private static func facts(_ view: LetterView, _ wording: Wording) -> [Fact] {
        let letter = view.letter
        let dates = letter.facts["dates"]
        let reviewer = letter.facts["reviewer"]
        func list(_ key: String) -> String? {
            let texts = (reviewer?[key]?.elements ?? []).compactMap(\.text)
            return texts.isEmpty ? nil : texts.joined(separator: ", ")
        }
        let corrected = letter.receiptDay == letter.day ? nil : wording.day(letter.receiptDay)
        let petition = view.deadlines.first { $0.due.kind == .petition }
        let facts: [(String, String?)] = [
            ("Received", wording.time(letter.received)), ("Counted from", corrected),
            ("File", letter.name + (letter.source.map { ", from \($0)" } ?? "")),
            ("Priority", letter.facts["priority"]?.text), ("Injury", dates?["injury"]?.text.map(wording.day)),
            ("UR denial", dates?["urDenial"]?.text.map(wording.day)),
            ("Application", dates?["applicationReceived"]?.text.map(wording.day)),
            ("Assigned", dates?["assigned"]?.text.map(wording.day)),
            ("Decided", dates?["decision"]?.text.map(wording.day)),
            ("Reviewer", list("certifications")), ("Licensed in", list("licensure")),
            ("Petition by", petition.map { wording.day($0.due.date) }),
            ("Read", letter.isRecognized ? "by OCR: compare with the original" : nil), ("Layout", letter.layout),
            ("Log entry", Wording.number(letter.sequence)), ("Arrival", letter.arrival),
            ("SHA-256", letter.sha256),
        ]
        return facts.compactMap { name, text in text.map { Fact(name: name, text: $0) } }
    }

    /// What was done about the letter and its findings, the latest first; who looked at it comes once a person and day.
    private static func history(_ view: LetterView, _ wording: Wording) -> [Happening] {
        let codes = Dictionary(uniqueKeysWithValues: view.findings.map { ($0.finding.key, $0.finding.finding.code) })
        let reviews = (view.reviews + view.findings.flatMap(\.reviews)).sorted { $0.entry > $1.entry }
        var views: Set<String> = []
        let happenings = reviews.compactMap { review -> Happening? in
            if review.act == .viewed, !views.insert(review.actor + review.time.prefix(10)).inserted { return nil }
            return Happening(
                when: wording.time(review.time), who: review.actor,
                text: ReviewWords.text(review, code: review.finding.flatMap { codes[$0] }))
        }
        return happenings + [
            Happening(when: wording.time(view.letter.received), who: nil, text: "received and filed")
        ]
    }
}

extension OneLetterPage.Item {
    init(_ item: RegisteredItem, _ due: DeadlineRow?, _ wording: Wording) {
        number = item.number
        decision = item.decision?.rawValue ?? "none read"
        decisionKind = item.decision == .overturned ? "notice" : item.decision == nil ? "error" : ""
        request = item.request.isEmpty ? item.treatment : item.request
        let parts =
            [item.request == item.treatment || item.request.isEmpty ? nil : "of: \(item.treatment)"]
            + ["strength", "quantity", "frequency", "side"].map { item.facts[$0]?.text } + [item.category]
        let said = parts.compactMap { $0 }.filter { !$0.isEmpty }
        details = said.isEmpty ? nil : said.joined(separator: " · ")
        self.due = due.map { $0.done == nil ? wording.day($0.due.date) : "done" }
        urgency = due.map { DueLine.urgency($0) } ?? ""
        dueWhat = due.map { $0.due.kind.action.lowercased() } ?? ""
        dueIdentifier = due.map { "\($0.key)-\($0.due.kind.rawValue)" } ?? ""
    }
}
