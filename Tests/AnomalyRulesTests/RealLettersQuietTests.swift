import AnomalyRules
import Determinations
import Foundation
import LetterReading
import TestSupport
import Testing

@Suite("Rules on real letters")
struct RealLettersQuietTests {
    static let forms = ProcessInfo.processInfo.environment["IMRD_FORMS"]
    static let today = CalendarDate(daysSinceEpoch: 20_000)

    static func findings(_ bytes: [UInt8]) throws -> [Finding] {
        let read = try LetterReader.read(bytes)
        return read.determinations.flatMap {
            RuleCatalogue.check(CheckedLetter(words: read.words, determination: $0, today: today, history: .empty))
        }
    }

    @Test("show", .enabled(if: forms != nil), arguments: ["layout", "order", "raw", "pdfminer", "pypdf", "pymupdf"])
    func show(form: String) throws {
        for letter in RealLetters.letters {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.forms ?? "")/\(letter).\(form).txt")))
            for finding in try Self.findings(bytes) where finding.severity > .notice {
                print("FOUND", letter, form, finding.code, finding.message, finding.found)
            }
        }
    }
    @Test("showseeds", arguments: RealLetters.seeds)
    func seeds(seed: RealLetters.Letter) throws {
        for finding in try Self.findings(Array(try Data(contentsOf: seed.file))) {
            print("SEED", seed, finding.code, finding.message, finding.found)
        }
    }
}
