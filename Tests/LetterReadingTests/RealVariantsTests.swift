import Determinations
import Foundation
import LetterReading
import LetterText
import TestSupport
import Testing

/// What becomes of a letter's text on its way into a folder.
enum Variant: String, CaseIterable, Sendable {
    case pdf, carriageReturns, utf16, windows1252, newlinePages, doubleSpaced

    /// The file's bytes in this variant, from the PDF and its text with layout.
    func bytes(pdf: [UInt8], text: String) -> [UInt8]? {
        switch self {
        case .pdf: return pdf
        case .carriageReturns: return Array(text.replacing("\n", with: "\r\n").utf8)
        case .utf16:
            return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .windows1252: return text.data(using: .windowsCP1252).map { Array($0) }
        case .newlinePages: return Array(text.replacing("\u{C}", with: "\n\n\n\n").utf8)
        case .doubleSpaced:
            guard let start = text.range(of: "HOW THE IMR FINAL")?.lowerBound else { return nil }
            let lines = text[start...].replacing("\u{C}", with: "\n\n").split(
                separator: "\n", omittingEmptySubsequences: false)
            return Array(
                lines.map { line in
                    let words = line.split(separator: " ").joined(separator: " ")
                    return words.isEmpty ? " \n\n" : words + " \n\n"
                }.joined().utf8)
        }
    }
}

@Suite("Real letters on every way into the folder", .enabled(if: !RealLetters.letters.isEmpty))
struct RealVariantsTests {
    @Test("each variant reads as the truth says", arguments: Variant.allCases)
    func variantsAreExact(variant: Variant) async throws {
        let extractor = await TextExtractor.patient()
        for letter in RealLetters.letters {
            let pdf = try letter.bytes
            let text = String(decoding: try await extractor.text(of: pdf).bytes, as: UTF8.self)
            // A letter with characters that Windows-1252 has not cannot arrive in it.
            guard let bytes = variant.bytes(pdf: pdf, text: text) else { continue }
            let read = try LetterReader.read(try await extractor.text(of: bytes).bytes)
            #expect(read.determinations.count == 1, "\(letter)")
            let lines = differences(
                read.determinations[0], read.words, from: letter.truth, isHeaderLost: variant == .doubleSpaced)
            #expect(lines == [], "\(letter) \(variant)")
        }
    }
}
