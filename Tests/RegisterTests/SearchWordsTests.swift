import Determinations
import Testing

@testable import Register

@Suite("Words to look for")
struct SearchWordsTests {
    let log: InventedLog

    init() throws {
        log = try InventedLog()
        try log.file(items: [("Acupuncture for the lumbar spine", .overturned)])
        try log.file(items: [("Norco 10/325mg #60", .upheld)])
        try log.file(items: [("MRI of the knee", .upheld)])
        try log.register.index([
            (0, "Acupuncture is asked for. The lumbar spine was treated."),
            (1, "The knee hurts. Norco was given, and the spine of the lumbar kind."),
            (2, "The left knee; a café nearby."),
        ])
    }

    func found(_ text: String) throws -> [Int]? {
        guard let words = SearchWords(text) else { return nil }
        var filter = LetterFilter()
        filter.words = words
        return try log.register.letters(filter, most: 10).map(\.sequence)
    }

    @Test(
        "finds letters as its manual says",
        arguments: [
            // One word, in either case.
            ("KNEE", [2, 1]),
            // All of several.
            ("knee norco", [1]),
            // Together.
            ("\"lumbar spine\"", [0]), ("lumbar spine", [1, 0]),
            // A beginning.
            ("acupunct*", [0]),
            // Without.
            ("knee -norco", [2]), ("spine -\"lumbar spine\"", [1]),
            // In headings only.
            ("treatment:knee", [2]), ("treatment:\"lumbar spine\"", [0]),
            // Accents do not matter.
            ("cafe", [2]),
            // An open quotation ends with the text.
            ("\"left knee", [2]),
            // What FTS5 would take for syntax is none.
            ("knee AND", [1]), ("knee:norco", []), ("(knee", [2, 1]), ("knee^", [2, 1]), ("{knee}", [2, 1]),
            ("10/325mg", [1]), ("NEAR(knee", []), ("'knee'", [2, 1]), ("knee; DROP TABLE letters", []),
        ] as [(String, [Int])])
    func search(text: String, letters: [Int]) throws { #expect(try found(text) == letters) }

    @Test(
        "a text without a word to look for is none",
        arguments: ["", " ", "\"\"", "-", "-knee", "***", "\u{0}", "( )", "treatment:", "\"", "+ + +"])
    func nothing(text: String) throws { #expect(try found(text) == nil) }
}
