import Foundation
import TestSupport
import Testing

@testable import LetterText

@Suite("Real letters, where they are at hand", .enabled(if: !RealLetters.letters.isEmpty))
struct RealLettersTests {
    @Test("Every one is read without damage, whatever its permission bits say")
    func withoutDamage() async throws {
        let extractor = await TextExtractor.patient()
        for letter in RealLetters.letters {
            let result = try await extractor.text(of: letter.bytes)
            #expect(result.damage.isEmpty, "\(letter)")
            #expect(result.bytes.count > 1_000, "\(letter)")
        }
    }

    @Test("Cut at any kilobyte, one never looks sound")
    func truncated() async throws {
        let extractor = await TextExtractor.patient()
        let whole = try RealLetters.letters[0].bytes
        for end in stride(from: 1_024, to: whole.count, by: 1_024) {
            let result = try? await extractor.text(of: Array(whole[..<end]))
            #expect(result?.damage.isEmpty != true, "cut at \(end) of \(whole.count)")
        }
    }
}
