import Deadlines
import Determinations
import Foundation
import Records
import Register
import Testing

@testable import Review

@Suite("Review desk")
struct ReviewDeskTests {
    let invented: InventedDesk
    var desk: ReviewDesk { invented.desk }

    init() throws { invented = try InventedDesk() }

    static func finding(_ code: String, _ range: ByteRange) -> Finding {
        Finding(
            code: code, name: "n", severity: .error, message: "m", expected: "e", found: "f",
            evidence: [Evidence(range: range, line: 1, quote: "q")])
    }

    @Test("a letter has its text with the findings marked, and the other letters of its case")
    func letter() throws {
        try invented.file()
        let number = try invented.file(text: "Upheld here.", findings: [Self.finding("D01", ByteRange(0, 6))])
        let view = try desk.letter(.caseNumber(try #require(CaseNumber("cm16-0000001"))))
        #expect(view.letter.sequence == number)
        #expect(view.otherLetters.map(\.sequence) == [0])
        #expect(view.text?.segments.map(\.text) == ["Upheld", " here."])
        #expect(view.text?.segments.first?.findings == [RowKey(letter: number, place: 1)])
        #expect(view.items.map(\.request) == ["MRI of the knee"])
        #expect(view.deadlines.map(\.due.kind) == [.petition, .authorize])
        #expect(view.json["text"]?.text == "Upheld here.")
    }

    @Test("a letter whose text is gone is shown all the same, and says so")
    func lostText() throws {
        try invented.file()
        try FileManager.default.removeItem(at: invented.folder.appendingPathComponent("archive"))
        let view = try desk.letter(.number(0))
        #expect(view.text == nil)
        #expect(view.textProblem?.contains("imrd verify") == true)
    }

    @Test("deadlines of all kinds come by due date, and pages join without a gap")
    func deadlines() throws {
        for day in 1...28 {
            try invented.file(
                receipt: CalendarDate(year: 2026, month: 11, day: day)?.description ?? "", requests: ["A", "B"],
                isRetrospective: day % 3 == 0)
        }
        var filter = DeadlineFilter()
        filter.kinds = Set(DeadlineKind.allCases)
        let whole = try desk.deadlines(filter, most: 1000).rows
        #expect(whole.count == 84)
        #expect(zip(whole, whole.dropFirst()).allSatisfy { $0.due.date <= $1.due.date })
        var paged: [DeadlineRow] = []
        var after: DeadlinePlace?
        repeat {
            let page = try desk.deadlines(filter, after: after, most: 5)
            paged += page.rows
            // As it goes through an address.
            after = try page.next.map { try #require(DeadlinePlace($0.description)) }
        } while after != nil
        #expect(paged == whole)
        let week = try day("2026-11-23")...day("2026-11-27")
        filter.first = week.lowerBound
        filter.last = week.upperBound
        #expect(try desk.deadlines(filter, most: 1000).rows == whole.filter { week.contains($0.due.date) })
        let counts = try desk.dueCounts(Set(DeadlineKind.allCases), within: 7)
        #expect(counts.overdue == whole.count { $0.standing == .overdue })
        #expect(counts.soon == whole.count { (0...7).contains($0.daysLeft) })
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test("a register that is not there, was removed or is damaged is a failure in one line, and comes back by itself")
    func lostRegister() throws {
        try invented.file(findings: [Self.finding("D01", ByteRange(0, 4))])
        #expect(try desk.anomalies().rows.count == 1)
        func remove() {
            for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: invented.path + ending) }
        }
        remove()
        let missing = try #require(throws: ReviewFailure.self) { _ = try desk.anomalies() }
        #expect(missing.code == .registerUnavailable)
        try Data("no database at all, and longer than its header".utf8).write(to: URL(fileURLWithPath: invented.path))
        let damaged = try #require(throws: ReviewFailure.self) { _ = try desk.anomalies() }
        #expect(damaged.code == .registerUnavailable)
        #expect(!damaged.description.contains("\n"))
        remove()
        _ = try InventedDesk.open(invented.path)
        #expect(try desk.anomalies().rows == [])
    }

    @Test("without a daemon an act fails and says what to do")
    func noDaemon() throws {
        let failure = try #require(throws: ReviewFailure.self) {
            try desk.act(.acknowledge, on: [RowKey(letter: 0, place: 1)])
        }
        #expect(failure.code == .daemonUnavailable)
    }

    @Test("today says what came, what is due and that no daemon runs")
    func today() throws {
        try invented.file(receipt: "2026-11-13", findings: [Self.finding("D01", ByteRange(0, 4))])
        let today = try desk.today()
        #expect(today.pending == [.error: 1])
        #expect(today.overdue == 1)
        #expect(today.deadlines.map(\.standing) == [.overdue])
        #expect(!today.health.isRunning)
        #expect(today.newest.map(\.worst) == [.error])
    }

    @Test("statistics count items by day and category, and findings by rule")
    func statistics() throws {
        try invented.file(requests: ["A", "B"], findings: [Self.finding("D01", ByteRange(0, 4))])
        let statistics = try desk.statistics()
        #expect(statistics.days.map(\.letters) == [1])
        #expect(statistics.days.map(\.overturned) == [2])
        #expect(statistics.categories.map(\.overturned) == [2])
        #expect(statistics.rules.map(\.code) == ["D01"])
        #expect(statistics.rules.first?.name == "decision-contradicts-rationale")
    }

    @Test("places in lists go through addresses unchanged", arguments: ["error-41.2", "info-0.65535"])
    func places(text: String) throws { #expect(try #require(FindingPlace(text)).description == text) }

    @Test(
        "what is no place is none",
        arguments: ["", "error", "error-", "error-41", "bad-41.2", "error-041.2", "error--1.2"])
    func noPlace(text: String) { #expect(FindingPlace(text) == nil) }

    @Test("letters are named by number, case or arrival, and by nothing else")
    func names() {
        #expect(LetterName("41") == .number(41))
        #expect(LetterName("cm16-0000041") != nil)
        #expect(LetterName("01m7yecfrv4zxff04g4pw81gfs") != nil)
        for text in ["", "-1", "41.2", "CM16-41", "../41", "99999999999999999999"] {
            #expect(LetterName(text) == nil, "\(text)")
        }
    }
}
