import Determinations
import GRDB
import Testing

@testable import Register

@Suite("No list reads a whole table")
struct QueryPlanTests {
    @Test("findings, letters, deadlines, arrivals and words are found by an index, in its order")
    func plans() throws {
        let log = try InventedLog()
        try log.file(case: "CM16-0000001", findings: [InventedLog.finding("D01")])
        let plans = try log.register.plans {
            var findings = FindingFilter()
            _ = try log.register.findings(findings, most: 10)
            findings.codes = ["D01"]
            findings.days = DayRange(from: CalendarDate("2026-11-01"), to: nil)
            _ = try log.register.findings(
                findings, after: FindingPlace(severity: .error, key: RowKey(letter: 9, place: 1)), most: 10)
            findings.caseNumber = "CM16-0000001"
            _ = try log.register.findings(findings, most: 10)
            findings.caseNumber = nil
            findings.words = SearchWords("knee")
            _ = try log.register.findings(findings, most: 10)
            var letters = LetterFilter()
            _ = try log.register.letters(letters, before: 9, most: 10)
            letters.words = SearchWords("knee")
            _ = try log.register.letters(letters, before: 9, most: 10)
            letters.words = nil
            letters.caseNumber = "CM16-0000001"
            _ = try log.register.letters(letters, most: 10)
            _ = try log.register.deadlines(
                "authorize", isDone: false, receivedFrom: CalendarDate("2026-11-01"), most: 10)
            _ = try log.register.countDeadlines("authorize", received: nil)
            _ = try log.register.arrivals("held", most: 10)
            _ = try log.register.items(of: 0)
            _ = try log.register.reviews(of: 0)
        }
        #expect(plans.count > 12)
        for plan in plans {
            let steps = plan.steps.joined(separator: "; ")
            #expect(!steps.contains("TEMP B-TREE") || plan.sql.contains("CROSS JOIN findings"), "\(plan.sql): \(steps)")
            // Of a letter that is known its few findings are read, not all that are in the same state.
            if plan.sql.contains("CROSS JOIN findings") {
                #expect(steps.contains("SEARCH findings USING INTEGER PRIMARY KEY"), "\(plan.sql): \(steps)")
            }
            for step in plan.steps where step.hasPrefix("SCAN") {
                // The newest letters are read from the end of the table, the words from the end of their list.
                let isInOrder = step == "SCAN letters" && plan.sql.contains("ORDER BY letters.seq DESC")
                #expect(isInOrder || step.contains("VIRTUAL TABLE"), "\(plan.sql): \(steps)")
            }
        }
    }
}

extension Register {
    /// How SQLite would go about every statement that a body runs.
    func plans(_ body: () throws -> Void) throws -> [(sql: String, steps: [String])] {
        let seen = Statements()
        try write { database in database.trace { event in seen.add(event) } }
        try body()
        var plans: [(String, [String])] = []
        try write { database in
            database.trace()
            for sql in Set(seen.all) where sql.hasPrefix("SELECT") {
                let rows = try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql)
                plans.append((sql, rows.map { $0["detail"] }))
            }
        }
        return plans
    }

    /// Every row of every table but that of words, as text.
    func dump() throws -> [String] {
        try read { database in
            let tables = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'texts%' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
            }
        }
    }
}

/// The statements that were run, their values filled in.
private final class Statements {
    private(set) var all: [String] = []

    func add(_ event: Database.TraceEvent) {
        if case .statement(let statement) = event { all.append(statement.expandedSQL) }
    }
}
