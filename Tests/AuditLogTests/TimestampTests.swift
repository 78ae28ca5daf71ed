import AuditLog
import Testing

@Suite("Timestamp")
struct TimestampTests {
    @Test(
        "moments are written and read as UTC with milliseconds",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"),  // the beginning
            (-1, "1969-12-31T23:59:59.999Z"),  // just before it
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),  // a leap day
            (1_795_230_459_123, "2026-11-21T03:07:39.123Z"),  // an ordinary moment
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),  // the end
        ])
    func both(milliseconds: Int, text: String) {
        #expect(Timestamp.text(milliseconds) == text)
        #expect(Timestamp.milliseconds(text) == milliseconds)
    }

    @Test(
        "any other form is refused",
        arguments: [
            "2026-11-21T03:07:39Z",  // no milliseconds
            "2026-11-21T03:07:39.123+00:00",  // an offset
            "2026-11-21 03:07:39.123Z",  // a space
            "2026-02-29T03:07:39.123Z",  // no such day
            "2026-11-21T24:00:00.000Z", "2026-11-21T03:07:60.000Z",  // no such hour, no such second
        ])
    func refused(text: String) { #expect(Timestamp.milliseconds(text) == nil) }
}
