import AuditLog
import Determinations
import Records
import Register
import Review

/// `{"request":"review","act":"dismiss","findings":["41.2"],"reason":"known","comment":null}`: a reviewer's act.
///
/// Acts on findings (`acknowledge`, `resolve`, `dismiss`, `reopen`, `comment`) name `findings`; all others, and a comment on a
/// letter, name its number as `letter`: `receipt` with `receivedOn` and `reason`, `done` and `undone` with `item`, `viewed`.
/// The answer is `{"done":N}`. All of it is logged or nothing.
struct ReviewRequest: FilingRequest {
    static let name = "review"
    /// The most findings in one request.
    private static let mostFindings = 500

    private let act: ReviewAct
    private let findings: [RowKey]
    private let letter: Int?
    private let item: Int?
    private let receivedOn: CalendarDate?
    private let reason: String?
    private let comment: String?

    init(_ members: ControlMembers) throws(CommandFailure) {
        let name = try members.text("act")
        guard let act = ReviewAct(rawValue: name) else {
            let names = ReviewAct.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(.usage, "\"\(Terminal.safe(name.prefix(100)))\" is no act; there are \(names)")
        }
        self.act = act
        findings = try Self.keys(members)
        letter = try members.optionalInteger("letter")
        item = try members.optionalInteger("item")
        receivedOn = try Self.day(try members.optionalText("receivedOn"))
        reason = try Self.words(try members.optionalText("reason"), "reason")
        comment = try Self.words(try members.optionalText("comment"), "comment")
        try check()
    }

    func answer(on engine: isolated FilingEngine, _ context: ControlContext) async throws -> JSON {
        guard engine.reopenRegister() else {
            throw CommandFailure(.tryLater, "the register cannot be used just now; try again in a minute")
        }
        let entries = try entries(engine, context.actor)
        try engine.record(entries)
        return .object(["done": .integer(entries.count)])
    }

    /// The audit entries: one for each finding, or one for the letter.
    private func entries(_ engine: isolated FilingEngine, _ actor: String) throws -> [AuditEntry] {
        if findings.isEmpty { return [try entry(engine, actor, letter ?? 0, about: [])] }
        return try findings.map { key in
            guard let finding = engine.known({ try $0.finding(key) }) else {
                throw CommandFailure(.noInput, "there is no finding \(key); \"imrd anomalies\" lists them")
            }
            return try entry(
                engine, actor, key.letter,
                about: [
                    JSON.Member(
                        "finding",
                        .object([
                            "number": .integer(key.place), "code": .string(finding.finding.code),
                            "item": .optional(finding.finding.item),
                        ]))
                ])
        }
    }

    private func entry(
        _ engine: isolated FilingEngine, _ actor: String, _ number: Int, about finding: [JSON.Member]
    ) throws -> AuditEntry {
        guard let letter = engine.known({ try $0.letter(number) }) else {
            throw CommandFailure(.noInput, "there is no letter \(number); \"imrd letters\" finds letters")
        }
        if act == .done || act == .undone { try checkDeadline(engine, number) }
        if let receivedOn, receivedOn > engine.calendar.day(of: Int64(FilingEngine.now)) {
            throw CommandFailure(.usage, "\(receivedOn) is in the future; a letter cannot be received then")
        }
        let further = [
            JSON.Member("item", .optional(item)), JSON.Member("receivedOn", .optional(receivedOn?.description)),
            JSON.Member("reason", .optional(reason)), JSON.Member("comment", .optional(comment)),
        ]
        let head = [
            JSON.Member("act", .string(act.rawValue)), JSON.Member("arrival", .string(letter.arrival)),
            JSON.Member("case", .optional(letter.caseNumber)),
        ]
        return AuditEntry(
            .reviewed, actor: actor, time: FilingEngine.now,
            fields: head + finding + further.filter { !$0.value.isNull })
    }

    private func checkDeadline(_ engine: isolated FilingEngine, _ number: Int) throws {
        let deadlines = engine.known { try $0.deadlines(of: number) } ?? []
        let key = RowKey(letter: number, place: item ?? 0)
        guard let deadline = deadlines.first(where: { $0.key == key }) else {
            throw CommandFailure(.noInput, "nothing is due for \(key); \"imrd deadlines\" lists what is")
        }
        if (deadline.done != nil) == (act == .done) {
            throw CommandFailure(.usage, "\(key) \(act == .done ? "is done already" : "is not done")")
        }
    }

    private func check() throws(CommandFailure) {
        switch act {
        case .acknowledge, .resolve, .reopen:
            try require(!findings.isEmpty, "name the findings, such as 41.2")
        case .dismiss:
            try require(!findings.isEmpty, "name the findings, such as 41.2")
            let known = DismissalReason.allCases.map(\.rawValue).joined(separator: ", ")
            let reason = reason.flatMap { DismissalReason(rawValue: $0) }
            try require(reason != nil, "dismissing needs a reason: \(known)")
            try require(reason != .other || comment != nil, "the reason \"other\" needs a comment that says which")
        case .comment:
            try require(comment != nil, "there is no comment")
            try require(findings.isEmpty != (letter == nil), "name findings or a letter")
        case .receipt:
            try require(letter != nil && receivedOn != nil, "name the letter and the day (receivedOn)")
            try require(reason != nil, "correcting the day of receipt needs a reason")
        case .done, .undone, .viewed: try require(letter != nil, "name the letter")
        }
    }

    private func require(_ condition: Bool, _ problem: String) throws(CommandFailure) {
        if !condition { throw CommandFailure(.usage, problem) }
    }

    private static func keys(_ members: ControlMembers) throws(CommandFailure) -> [RowKey] {
        let texts = try members.optionalTexts("findings")
        guard texts.count <= mostFindings else {
            throw CommandFailure(.usage, "at most \(mostFindings) findings at a time; name fewer")
        }
        var keys: [RowKey] = []
        for text in texts {
            guard let key = RowKey(text), key.place > 0 else {
                throw CommandFailure(
                    .usage, "\"\(Terminal.safe(text.prefix(100)))\" is no finding; write one such as 41.2")
            }
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    private static func day(_ text: String?) throws(CommandFailure) -> CalendarDate? {
        guard let text else { return nil }
        guard let day = CalendarDate(text) else {
            throw CommandFailure(
                .usage, "\"\(Terminal.safe(text.prefix(100)))\" is no day; write one such as 2026-11-18")
        }
        return day
    }

    private static func words(_ text: String?, _ what: String) throws(CommandFailure) -> String? {
        guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
        guard text.utf8.count <= ReviewDesk.longestComment else {
            throw CommandFailure(
                .usage,
                "the \(what) has \(text.utf8.count) bytes, at most \(ReviewDesk.longestComment) are kept; shorten it")
        }
        return text
    }
}
