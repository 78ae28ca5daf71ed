import Testing

@testable import Service

@Suite("Feeding the watchdog")
struct FilingProgressTests {
    @Test(
        "is for a daemon that gets on",
        arguments: [
            // Nothing waits.
            (0, 0, false, true),
            // Letters wait and some were filed since.
            (3, 5, false, true),
            // Letters wait and none was filed.
            (0, 5, false, false),
            // They wait for space.
            (0, 5, true, true),
        ])
    func isMade(filed: Int, waiting: Int, isFull: Bool, expected: Bool) {
        var progress = FilingProgress()
        let isMade = progress.isMade(filed: filed, waiting: waiting, isFull: isFull)
        #expect(isMade == expected)
    }

    @Test("needs something filed each time it is asked")
    func again() {
        var progress = FilingProgress()
        let first = progress.isMade(filed: 3, waiting: 5, isFull: false)
        let second = progress.isMade(filed: 3, waiting: 5, isFull: false)
        #expect(first && !second)
    }
}
