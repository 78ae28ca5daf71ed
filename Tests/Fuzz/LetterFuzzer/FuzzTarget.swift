import AnomalyRules
import Determinations
import Foundation
import LetterGenerator
import LetterReading
import LetterText

/// What one fuzzer feeds with bytes.
enum FuzzTarget: Sendable {
    /// Everything from the bytes of a text file to the findings.
    case text
    /// One layout's reading of a text, and the rules.
    case layout(any LetterLayout.Type)

    /// The target that the environment's FUZZ_TARGET names; ends the program where it names none.
    static func chosen() -> FuzzTarget {
        let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
        if name == "text" { return .text }
        if let layout = LetterReader.layouts.first(where: { $0.layout.rawValue == name }) { return .layout(layout) }
        print("FUZZ_TARGET must be text, L1, L2, L3, L4a or L4b")
        exit(64)
    }

    /// Reads and checks some bytes; all that can go wrong is a trap.
    func run(_ bytes: [UInt8]) {
        switch self {
        case .text:
            guard let text = try? TextDecoder.decode(bytes, limits: ExtractionLimits()),
                let read = try? LetterReader.read(text.bytes)
            else { return }
            for (position, determination) in read.determinations.enumerated() {
                check(
                    CheckedLetter(
                        words: read.words, determination: determination, today: FuzzTarget.today, history: .empty,
                        numberInFile: position + 1, lettersInFile: read.determinations.count, damage: text.damage))
            }
        case .layout(let layout):
            let words = Words(bytes)
            guard layout.anchors(in: words, 0..<words.count) > 1 else { return }
            let determination = layout.read(words, 0..<words.count)
            check(
                CheckedLetter(words: words, determination: determination, today: FuzzTarget.today, history: .empty))
        }
    }

    private static let today = CalendarDate(daysSinceEpoch: 20_000)

    /// Everything that is made of a letter; each range must lie in its text, or cutting it out traps.
    private func check(_ letter: CheckedLetter) {
        let (words, determination) = (letter.words, letter.determination)
        for finding in RuleCatalogue.check(letter) { finding.evidence.forEach { cut($0.range, words) } }
        determination.summary.map { cut($0, words) }
        determination.sections.forEach { cut($0.body, words) }
        for item in determination.items {
            let attributes = ItemAttributeReader.read(item, in: words)
            attributes.quantities.forEach { cut($0.range, words) }
            attributes.frequencies.forEach { cut($0.range, words) }
            for paragraph in [item.claimsAdministratorGuideline, item.reviewerGuideline, item.rationale] {
                guard let paragraph else { continue }
                cut(paragraph, words)
                CitationReader.read(paragraph, in: words).forEach { cut($0.range, words) }
            }
        }
    }

    private func cut(_ range: ByteRange, _ words: Words) { _ = Folding.bytes(words.text, range) }

    /// Writes letters to start from: the fixture of a layout, and of the later ones generated letters in every form.
    func writeCorpus(to folder: String) throws {
        for (name, text) in Fixtures.all where isFor(name) {
            try write(Array(text.utf8), to: folder, as: name)
            try write(Array((text + "\n\u{C}" + text).utf8), to: folder, as: name + "-twice")
        }
        for number in 0..<40 {
            let letter = LetterMaker.letter(seed: 1, number: number)
            let form = TextForm.allCases[number % TextForm.allCases.count]
            guard isFor(letter.truth.layout.rawValue) else { continue }
            try write(letter.text(form).text, to: folder, as: "\(number)-\(form)")
        }
        guard case .text = self else { return }
        let utf16 = Fixtures.headerTable.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        try write([0xFF, 0xFE] + utf16, to: folder, as: "utf16")
        try write(
            Array("100 \u{B0}, ".unicodeScalars.map { UInt8($0.value) }) + Array(Fixtures.headerTable.utf8), to: folder,
            as: "windows1252")
    }

    private func isFor(_ layout: String) -> Bool {
        switch self {
        case .text: true
        case .layout(let type): type.layout.rawValue == layout
        }
    }

    private func write(_ bytes: [UInt8], to folder: String, as name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
    }
}
