import Determinations
import Foundation
import Records
import Testing

@testable import Register

@Suite("Register")
struct RegisterTests {
    let log: InventedLog

    init() throws { log = try InventedLog() }

    @Test("findings come the most severe first, then the newest letter, in it as it has them; pages join without a gap")
    func pages() throws {
        for number in 0..<40 {
            let severity = [Severity.warning, .error, .notice, .info][number % 4]
            try log.file(
                findings: ["D01", "T01", "D01"].map { InventedLog.finding($0, severity) })
        }
        let whole = try log.register.findings(FindingFilter(), most: 1000)
        #expect(whole.count == 90)
        let order = whole.map { ($0.finding.severity, $0.key.letter, -$0.key.place) }
        #expect(zip(order, order.dropFirst()).allSatisfy { $0 > $1 })
        var paged: [RegisteredFinding] = []
        var after: FindingPlace?
        repeat {
            let page = try log.register.findings(FindingFilter(), after: after, most: 7)
            paged += page
            after = page.last.map { FindingPlace(severity: $0.finding.severity, key: $0.key) }
        } while after != nil && paged.count % 7 == 0
        #expect(paged == whole)
    }

    @Test("each filter of findings leaves out what it should")
    func filters() throws {
        try log.file(case: "CM16-0000001", day: "2026/11/18", findings: [InventedLog.finding("D01")])
        let second = try log.file(
            case: "CM16-0000002", day: "2026/11/19", findings: [InventedLog.finding("T01", .warning)])
        try log.file(day: "2026/11/20", findings: [InventedLog.finding("S04", .info)])
        try log.register.index([(0, "knee lumbago"), (1, "shoulder pain"), (2, "knee lumbago")])
        func count(_ change: (inout FindingFilter) -> Void) throws -> [Int] {
            var filter = FindingFilter()
            change(&filter)
            return try log.register.findings(filter, most: 100).map(\.key.letter)
        }
        #expect(try count { _ in } == [0, second])
        #expect(try count { $0.codes = ["T01"] } == [second])
        #expect(try count { $0.codes = ["T01", "D01"] } == [0, second])
        #expect(try count { $0.severities = [.info] } == [2])
        #expect(try count { $0.caseNumber = "CM16-0000002" } == [second])
        #expect(try count { $0.caseNumber = "CM16-0000009" } == [])
        #expect(try count { $0.words = SearchWords("shoulder") } == [second])
        #expect(try count { $0.days = DayRange(from: CalendarDate("2026-11-19"), to: nil) } == [second])
        #expect(try count { $0.days = DayRange(from: nil, to: CalendarDate("2026-11-18")) } == [0])
        #expect(try count { $0.states = [.dismissed] } == [])
        // Of the letters with a frequent word the newest of the days are looked at, and it is known that there are more.
        func lumbago(_ most: Int, to day: String) throws -> (leavesOut: Bool, found: [Int]) {
            var filter = FindingFilter()
            (filter.words, filter.mostLetters) = (SearchWords("lumbago"), most)
            filter.severities = Set(Severity.allCases)
            filter.days = DayRange(from: nil, to: CalendarDate(day))
            return (try log.register.leavesOut(filter), try log.register.findings(filter, most: 100).map(\.key.letter))
        }
        #expect(try lumbago(2, to: "2026-11-20") == (false, [0, 2]))
        #expect(try lumbago(1, to: "2026-11-20") == (true, [2]))
        #expect(try lumbago(1, to: "2026-11-18") == (false, [0]))
        #expect(try lumbago(1, to: "2026-11-01") == (false, []))
        try log.review(.dismiss, RowKey(letter: second, place: 1), reason: "known")
        #expect(try count { $0.states = [.dismissed] } == [second])
        #expect(try count { _ in } == [0])
    }

    @Test(
        "an act leaves a finding in its state",
        arguments: [
            (ReviewAct.acknowledge, FindingState.acknowledged), (.resolve, .resolved), (.dismiss, .dismissed),
            (.reopen, .open), (.comment, .open),
        ])
    func acts(act: ReviewAct, state: FindingState) throws {
        let letter = try log.file(findings: [InventedLog.finding("D01"), InventedLog.finding("T01")])
        let key = RowKey(letter: letter, place: 1)
        try log.review(act, key, reason: "known", comment: "Said so.")
        #expect(try log.register.finding(key)?.state == state)
        #expect(try log.register.finding(RowKey(letter: letter, place: 2))?.state == .open)
        let review = try #require(try log.register.reviews(of: letter).first)
        #expect(review.actor == "ortiz")
        #expect(review.act == act)
        #expect(review.comment == "Said so.")
    }

    @Test("a revised copy opens again what was closed and stands in it; the same text does not, nor another case")
    func reopening() throws {
        let findings = [
            InventedLog.finding("D01", item: 1), InventedLog.finding("T01"), InventedLog.finding("D01", item: 2),
        ]
        let first = try log.file(case: "CM16-0000001", text: "a", findings: findings)
        for place in 1...3 { try log.review(.dismiss, RowKey(letter: first, place: place), reason: "known") }
        try log.file(case: "CM16-0000001", text: "a", findings: findings)
        try log.file(case: "CM16-0000002", text: "b", findings: findings)
        #expect(try log.register.findings(of: first).map(\.state) == [.dismissed, .dismissed, .dismissed])
        let revised = try log.file(case: "CM16-0000001", text: "c", findings: [InventedLog.finding("D01", item: 1)])
        #expect(try log.register.findings(of: first).map(\.state) == [.open, .dismissed, .dismissed])
        let last = try #require(try log.register.reviews(of: first).last)
        #expect(last.actor == "imrd")
        #expect(last.act == .reopen)
        #expect(last.detail == InventedLog.arrival(revised))
    }

    @Test("deadlines: one for each overturned item, a petition for the letter, none for a later copy")
    func deadlines() throws {
        let items: [(String, Decision)] = [("A", .upheld), ("B", .overturned), ("C", .overturned)]
        let letter = try log.file(text: "a", items: items)
        let copy = try log.file(text: "a", items: items)
        let past = try log.file(items: [("D", .overturned)], retrospective: true)
        #expect(try log.register.deadlines(of: letter).map(\.key.place) == [0, 2, 3])
        #expect(try log.register.deadlines(of: letter).map(\.kind) == ["petition", "authorize", "authorize"])
        #expect(try log.register.deadlines(of: copy) == [])
        #expect(try log.register.deadlines(of: past).map(\.kind) == ["petition", "pay"])
    }

    @Test("a deadline is done, and not; the day of receipt is corrected for all of the letter")
    func doneAndReceipt() throws {
        let letter = try log.file(items: [("A", .overturned)])
        let arrival = JSON.string(InventedLog.arrival(letter))
        try log.append(
            "reviewed", actor: "ortiz",
            ["act": .string("done"), "arrival": arrival, "item": .integer(1), "comment": .string("ok")])
        #expect(try log.register.deadlines(of: letter).map { $0.done?.actor } == [nil, "ortiz"])
        #expect(try log.register.deadlines("authorize", isDone: false, receivedFrom: nil, most: 9) == [])
        try log.append("reviewed", actor: "ortiz", ["act": .string("undone"), "arrival": arrival, "item": .integer(1)])
        #expect(try log.register.deadlines(of: letter).map(\.done) == [nil, nil])
        try log.append(
            "reviewed", actor: "ortiz",
            [
                "act": .string("receipt"), "arrival": arrival, "receivedOn": .string("2026-11-17"),
                "reason": .string("paper"),
            ])
        #expect(try log.register.deadlines(of: letter).map(\.receiptDay) == ["2026-11-17", "2026-11-17"])
        #expect(try log.register.letter(letter)?.receiptDay == "2026-11-17")
        #expect(try log.register.letter(letter)?.day == "2026-11-20")
    }

    @Test("a register made again from the log is the same, table by table, and finds the same words")
    func rebuilding() throws {
        try fill()
        let rebuilt = try log.rebuilt()
        try rebuilt.index([(0, "knee"), (1, "shoulder"), (3, "knee")])
        try log.register.index([(0, "knee"), (1, "shoulder"), (3, "knee")])
        #expect(try rebuilt.dump() == log.register.dump())
        #expect(try !log.register.dump().isEmpty)
        var filter = LetterFilter()
        filter.words = SearchWords("knee")
        #expect(try rebuilt.letters(filter, most: 9).map(\.sequence) == [3, 0])
    }

    @Test("entries taken over twice change nothing")
    func twice() throws {
        try fill()
        let before = try log.register.dump()
        try log.register.apply(log.entries)
        #expect(try log.register.dump() == before)
    }

    private func fill() throws {
        let first = try log.file(case: "CM16-0000001", text: "a", findings: [InventedLog.finding("D01")])
        try log.file(case: "CM16-0000001", text: "a", items: [("B", .overturned)])
        try log.review(.resolve, RowKey(letter: first, place: 1))
        try log.file(case: "CM16-0000001", text: "b", findings: [InventedLog.finding("D01")])
        try log.append(
            "held",
            [
                "arrival": .string(InventedLog.arrival(99)), "name": .string("b.doc"), "bytes": .integer(7),
                "received": .string("2026-11-21T09:00:00.000Z"), "path": .string("x"),
                "reason": .object(["code": .string("S08"), "message": .string("No letter."), "found": .string("text")]),
            ])
        try log.append("verified", actor: "ortiz", ["entries": .integer(4)])
        try log.append("discarded", actor: "ortiz", ["arrival": .string(InventedLog.arrival(99))])
    }

    @Test("what is held is listed with its reason until it is discarded")
    func held() throws {
        try log.append(
            "held",
            [
                "arrival": .string(InventedLog.arrival(1)), "name": .string("b.doc"), "bytes": .integer(7),
                "received": .string("2026-11-21T09:00:00.000Z"), "path": .string("x"),
                "reason": .object(["code": .string("S08"), "message": .string("No letter."), "found": .string("text")]),
            ])
        let held = try #require(try log.register.arrivals("held", most: 5).first)
        #expect(held.code == "S08")
        #expect(held.reason == "No letter.")
        try log.append("discarded", actor: "ortiz", ["arrival": .string(InventedLog.arrival(1))])
        #expect(try log.register.arrivals("held", most: 5) == [])
        #expect(try log.register.counts()["held"] == 0)
    }

    @Test("a file that is no register, and one of another version, are failures in one line")
    func damaged() throws {
        let path = log.folder.appendingPathComponent("damaged").path
        try Data("this is no database, and longer than a header of one ".utf8).write(to: URL(fileURLWithPath: path))
        let failure = try #require(throws: RegisterFailure.self) { _ = try Register(reading: path) }
        #expect(!failure.description.contains("\n"))
        #expect(failure.description.contains("imrd reindex"))
        #expect(throws: RegisterFailure.self) { _ = try InventedLog.open(path) }
    }
}
