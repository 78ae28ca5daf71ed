import Deadlines
import Determinations
import Testing

/// A day from its ISO text; the tests' own texts are days.
func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text), "\(text)") }

@Suite("Due dates")
struct DeadlineCountingTests {
    static let strict = DeadlineCounting()
    static let statutory = DeadlineCounting(calendar: WorkingCalendar(holidays: .statutory))

    @Test(
        "5 working days to authorize, counted by hand",
        arguments: [
            // Monday: Tuesday to Friday, then the next Monday.
            ("2026-11-02", "2026-11-09"),
            // Friday: the whole next week.
            ("2026-11-13", "2026-11-20"),
            // Saturday and Sunday count as the Friday before.
            ("2026-11-14", "2026-11-20"), ("2026-11-15", "2026-11-20"),
            // Veterans Day, Wednesday 2026-11-11: 5, 6, 9, 10, 12 November.
            ("2026-11-04", "2026-11-12"),
            // Thanksgiving, 2026-11-26; the Friday after is a working day: 23, 24, 25, 27, 30.
            ("2026-11-20", "2026-11-30"),
            // Christmas on a Friday: 22, 23, 24, 28, 29 December.
            ("2026-12-21", "2026-12-29"),
            // Christmas and New Year's Day: 28, 29, 30, 31 December, 4 January.
            ("2026-12-25", "2027-01-04"),
            // Christmas on a Sunday is kept on Monday, New Year's Day on a Sunday too: 27, 28, 29, 30 December, 3 January.
            ("2022-12-23", "2023-01-03"),
            // Martin Luther King Jr. Day, 2027-01-18: 14, 15, 19, 20, 21.
            ("2027-01-13", "2027-01-21"),
            // Presidents' Day, 2027-02-15: 12, 16, 17, 18, 19; Lincoln Day (12) is a working day in the strict set.
            ("2027-02-11", "2027-02-19"),
            // Memorial Day, 2027-05-31: 28 May, 1, 2, 3, 4 June.
            ("2027-05-27", "2027-06-04"),
            // Independence Day on a Sunday, kept on Monday 2027-07-05: 1, 2, 6, 7, 8.
            ("2027-06-30", "2027-07-08"),
            // Independence Day on a Saturday (2026) moves nowhere: 2, 3, 6, 7, 8.
            ("2026-07-01", "2026-07-08"),
            // Labor Day, 2026-09-07: 4, 8, 9, 10, 11; Admission Day (9) is a working day in the strict set.
            ("2026-09-03", "2026-09-11"),
            // Veterans Day on a Saturday (2028) is kept on Friday 10: 8, 9, 13, 14, 15.
            ("2028-11-07", "2028-11-15"),
            // Cesar Chavez Day, 2027-03-31, is a working day in the strict set: 30, 31 March, 1, 2, 5 April.
            ("2027-03-29", "2027-04-05"),
            // Juneteenth is in neither set: 2026-06-19 is a working day: 16 to 19, 22 June.
            ("2026-06-15", "2026-06-22"),
        ])
    func authorize(receipt: String, due: String) throws {
        #expect(Self.strict.due(.authorize, receivedOn: try day(receipt)).date.description == due)
    }

    @Test(
        "the statutory set knows more holidays",
        arguments: [
            // Lincoln Day, Friday 2027-02-12, and Presidents' Day, 15: 16, 17, 18, 19, 22.
            ("2027-02-11", "2027-02-22"),
            // Cesar Chavez Day, Wednesday 2027-03-31: 30 March, 1, 2, 5, 6 April.
            ("2027-03-29", "2027-04-06"),
            // Cesar Chavez Day on a Sunday (2030) is kept on Monday: 29 March, 2, 3, 4, 5 April.
            ("2030-03-28", "2030-04-05"),
            // Labor Day (7) and Admission Day (9), 2026: 4, 8, 10, 11, 14.
            ("2026-09-03", "2026-09-14"),
            // Native American Day, Friday 2026-09-25: 22, 23, 24, 28, 29.
            ("2026-09-21", "2026-09-29"),
            // The second Monday of October, 2026-10-12: 8, 9, 13, 14, 15.
            ("2026-10-07", "2026-10-15"),
        ])
    func statutory(receipt: String, due: String) throws {
        #expect(Self.statutory.due(.authorize, receivedOn: try day(receipt)).date.description == due)
    }

    @Test(
        "20 days to pay and 30 to petition move to the next working day",
        arguments: [
            // Day 20 is a Monday.
            (DeadlineKind.pay, "2026-11-03", "2026-11-23"),
            // Day 20 is Thanksgiving: Friday is a working day.
            (.pay, "2026-11-06", "2026-11-27"),
            // Day 20 is Christmas, a Friday: Monday.
            (.pay, "2026-12-05", "2026-12-28"),
            // Day 20 is a Saturday: Monday.
            (.pay, "2026-11-22", "2026-12-14"),
            // Day 20 is Saturday, January 16, and Monday is a holiday: Tuesday.
            (.pay, "2026-12-27", "2027-01-19"),
            // Day 30 is a Monday.
            (.petition, "2026-11-21", "2026-12-21"),
            // Day 30 is Saturday, December 26: Monday.
            (.petition, "2026-11-26", "2026-12-28"),
            // Day 30 is New Year's Day, a Friday: Monday.
            (.petition, "2026-12-02", "2027-01-04"),
        ])
    func calendarDays(kind: DeadlineKind, receipt: String, due: String) throws {
        #expect(Self.strict.due(kind, receivedOn: try day(receipt)).date.description == due)
    }

    @Test("service by mail adds five days to a petition, and to nothing else")
    func mail() throws {
        let counting = DeadlineCounting(isServedByMail: true)
        let receipt = try day("2026-11-16")
        // Day 30 is December 16, day 35 is December 21, a Monday.
        #expect(counting.due(.petition, receivedOn: receipt).date.description == "2026-12-21")
        #expect(Self.strict.due(.petition, receivedOn: receipt).date.description == "2026-12-16")
        for kind in [DeadlineKind.authorize, .pay] {
            #expect(counting.due(kind, receivedOn: receipt) == Self.strict.due(kind, receivedOn: receipt))
        }
    }

    @Test("a closure of the office is no working day")
    func closure() throws {
        let counting = DeadlineCounting(calendar: WorkingCalendar(closures: [try day("2026-11-27")]))
        let due = counting.due(.authorize, receivedOn: try day("2026-11-20"))
        #expect(due.date.description == "2026-12-01")
        #expect(
            due.explanation
                == "5 working days after receipt on Friday 2026-11-20; weekends are not counted, nor Thanksgiving Day "
                + "(2026-11-26), office closed (2026-11-27) (8 CCR 9792.10.7(a)).")
    }

    @Test("a date that moved says from where and why")
    func explanation() throws {
        #expect(
            Self.strict.due(.pay, receivedOn: try day("2026-12-05")).explanation
                == "20 days after receipt on Saturday 2026-12-05; day 20, 2026-12-25, is no working day (Christmas Day): the "
                + "next one (8 CCR 9792.10.7(a)).")
        #expect(
            Self.strict.due(.petition, receivedOn: try day("2026-11-21")).explanation
                == "30 days after service, counted from receipt on Saturday 2026-11-21 (8 CCR 10575).")
    }

    @Test(
        "due dates never go back as receipts go on, and the earliest receipt is found", arguments: DeadlineKind.allCases
    )
    func order(kind: DeadlineKind) throws {
        for counting in [Self.strict, Self.statutory] {
            var former = counting.due(kind, receivedOn: try day("2026-06-30")).date
            var receipt = try day("2026-07-01")
            for _ in 0..<400 {
                let due = counting.due(kind, receivedOn: receipt).date
                #expect(former <= due)
                if former < due { #expect(counting.earliestReceipt(of: kind, dueOnOrAfter: due) == receipt) }
                former = due
                receipt = receipt.adding(days: 1)
            }
        }
    }

    @Test("an office that never opens does not count for ever")
    func closedForEver() throws {
        let last = CalendarDate(daysSinceEpoch: .max)
        let end = try #require(CalendarDate(year: 9999, month: 12, day: 1))
        let closures = Set((0...60).map { end.adding(days: $0) })
        let counting = DeadlineCounting(calendar: WorkingCalendar(closures: closures))
        #expect(counting.due(.authorize, receivedOn: end).date == last)
    }
}
