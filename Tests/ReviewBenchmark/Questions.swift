import Deadlines
import Determinations
import Foundation
import Register
import Review

/// Asks a review desk what its pages ask, and prints how long it takes.
struct Questions {
    private let desk: ReviewDesk
    private let count: Int

    init(folder: String, count: Int) {
        self.count = count
        desk = ReviewDesk(
            sources: ReviewSources(
                register: folder + "/register.sqlite", archive: folder + "/archive", log: folder + "/log",
                counting: DeadlineCounting(),
                day: { _ in CalendarDate(daysSinceEpoch: 16_436 + count / 560) }, now: { 0 },
                ask: { _, _, _ in nil }))
    }

    func ask() throws {
        print("\(count) letters; milliseconds: p50, p95, p100")
        var place: FindingPlace?
        try measure("findings, page after page") { _ in place = try desk.anomalies(after: place).next }
        try measure("findings of a rule, some days") { number in
            var filter = FindingFilter()
            filter.codes = ["D01"]
            filter.days = days(number)
            _ = try desk.anomalies(filter)
        }
        try measure("findings, info, dismissed too") { _ in
            var filter = FindingFilter()
            filter.severities = Set(Severity.allCases)
            filter.states = Set(FindingState.allCases)
            _ = try desk.anomalies(filter)
        }
        try measure("findings of a case") { number in
            var filter = FindingFilter()
            filter.caseNumber = CaseNumber(year: 16, serial: number * 37 % count)?.description
            _ = try desk.anomalies(filter)
        }
        try measure("findings with a word") { number in
            var filter = FindingFilter()
            filter.words = SearchWords(["knee", "acupuncture", "pain", "norco"][number % 4])
            _ = try desk.anomalies(filter)
        }
        try measure("findings by rule") { _ in _ = try desk.anomalyGroups() }
        var before: Int?
        try measure("letters, page after page") { _ in before = try desk.letters(before: before).next }
        try measure("letters, mixed, some days") { number in
            var filter = LetterFilter()
            filter.outcome = .mixed
            filter.days = days(number)
            _ = try desk.letters(filter)
        }
        for words in [
            "pain", "knee lumbar", "\"physical therapy\" shoulder -knee", "acupunct*", "treatment:norco", "zebra",
        ] {
            try measure("search \(words)") { _ in
                var filter = LetterFilter()
                filter.words = SearchWords(words)
                _ = try desk.letters(filter)
            }
        }
        try measure("a letter with its text") { number in _ = try desk.letter(.number(count - 1 - number)) }
        var due: DeadlinePlace?
        try measure("deadlines, page after page") { _ in due = try desk.deadlines(after: due).next }
        try measure("today") { _ in _ = try desk.today() }
        try measure("statistics, all days") { _ in _ = try desk.statistics() }
    }

    private func days(_ number: Int) -> DayRange? {
        let first = CalendarDate(daysSinceEpoch: 16_436 + number * 31 % max(1, count / 560))
        return DayRange(from: first, to: first.adding(days: 30))
    }

    private func measure(_ name: String, _ question: (Int) throws -> Void) throws {
        var times: [Duration] = []
        for number in 0..<200 {
            let start = ContinuousClock.now
            try question(number)
            times.append(start.duration(to: .now))
        }
        times.sort()
        let shown = [99, 189, 199].map { index in
            String(
                format: "%8.2f",
                Double(times[index].components.attoseconds) / 1e15 + Double(times[index].components.seconds) * 1000)
        }
        print(shown.joined(separator: " ") + "  " + name)
    }
}
