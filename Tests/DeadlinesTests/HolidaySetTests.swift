import Deadlines
import Determinations
import Testing

@Suite("Holidays")
struct HolidaySetTests {
    @Test(
        "each year's holidays, as printed in calendars",
        arguments: [
            // 2026: Independence Day on a Saturday stays there.
            (
                HolidaySet.strict, 2026,
                "01-01 01-19 02-16 05-25 07-04 09-07 11-11 11-26 12-25"
            ),
            // 2022: Christmas on a Sunday is kept on the 26th; New Year's Day on a Saturday moves nowhere.
            (.strict, 2022, "01-01 01-17 02-21 05-30 07-04 09-05 11-11 11-24 12-26"),
            // 2023: New Year's Day on a Sunday; Veterans Day on a Saturday is kept on Friday.
            (.strict, 2023, "01-02 01-16 02-20 05-29 07-04 09-04 11-10 11-23 12-25"),
            // 2026, all of the statute.
            (
                .statutory, 2026,
                "01-01 01-19 02-12 02-16 03-31 05-25 07-04 09-07 09-09 09-25 10-12 11-11 11-26 12-25"
            ),
            // 2028: Veterans Day on a Saturday; Admission Day on a Saturday moves nowhere.
            (
                .statutory, 2028,
                "01-01 01-17 02-12 02-21 03-31 05-29 07-04 09-04 09-09 09-22 10-09 11-10 11-23 12-25"
            ),
        ])
    func year(set: HolidaySet, year: Int, days: String) {
        let kept = set.holidays(in: year).map { String($0.date.description.dropFirst(5)) }
        #expect(kept.joined(separator: " ") == days)
    }

    @Test("a moved holiday says so")
    func moved() {
        let moved = HolidaySet.strict.holidays(in: 2023).filter(\.isMoved).map(\.name)
        #expect(moved == ["New Year's Day", "Veterans Day"])
    }
}
