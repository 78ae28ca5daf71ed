package import AnomalyRules
import Crypto
package import Determinations
import LetterReading
package import LetterText
import Records

/// Turns the bytes of a file into a letter that is read and checked: text, read, check. It knows no disk.
package struct LetterAssessor: Sendable {
    private let extractor: TextExtractor
    private let rules: RuleSet

    /// An assessor.
    /// - Parameters:
    ///   - extractor: Turns bytes into text.
    ///   - rules: The rules that run.
    package init(extractor: TextExtractor, rules: RuleSet) {
        self.extractor = extractor
        self.rules = rules
    }

    /// The same with other rules, and another size that a file may have, in bytes.
    func with(rules: RuleSet, largestFile: Int) -> LetterAssessor {
        var extractor = extractor
        extractor.limits.fileBytes = largestFile
        return LetterAssessor(extractor: extractor, rules: rules)
    }

    /// Reads and checks one file.
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - today: The day on which dates that lie ahead are in the future.
    /// - Throws: `TextFailure` where the failure lies outside the file, so that it may pass another time.
    package func assess(_ bytes: [UInt8], today: CalendarDate) async throws(TextFailure) -> Assessment {
        do {
            return assess(try await extractor.text(of: bytes), of: bytes, today: today)
        } catch {
            if error.mayPassLater { throw error }
            return .held(
                HeldFile(
                    sha256: Array(SHA256.hash(data: bytes)), mediaType: MediaType(ofUnread: bytes),
                    finding: HeldFinding.finding(for: error)))
        }
    }

    /// Reads and checks the text of a file.
    func assess(_ text: ExtractedText, of bytes: [UInt8], today: CalendarDate) -> Assessment {
        let sha256 = Array(SHA256.hash(data: bytes))
        do {
            let read = try LetterReader.read(text.bytes)
            let letters = read.determinations.enumerated().map { position, determination in
                CheckedLetter(
                    words: read.words, determination: determination, today: today, history: .empty,
                    numberInFile: position + 1, lettersInFile: read.determinations.count, damage: text.damage,
                    isRecognized: text.isRecognized)
            }
            return .letter(
                AssessedLetter(
                    sha256: sha256, textSha256: Self.textHash(text.bytes), text: text, words: read.words,
                    determinations: read.determinations, findings: letters.flatMap(rules.check),
                    records: letters.map(LetterRecord.determination)))
        } catch {
            let finding = S08NotADetermination.finding(anchors: error.anchors)
            return .held(HeldFile(sha256: sha256, mediaType: text.mediaType, finding: finding))
        }
    }

    private static func textHash(_ text: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: Folding.bytes(text, ByteRange(0, text.count))))
    }
}
