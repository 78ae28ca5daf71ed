import Foundation
import TestSupport
import Testing

@testable import LetterText

@Suite("The text of a scan")
struct ScanReaderTests {
    private static let isInstalled = ["pdftoppm", "tesseract"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
    }

    /// It takes some lines to tell which side of a page is up.
    private let pages = [
        "Case Number: CM00-0000001",
        "Knee brace, left, is: Upheld",
    ].map { first in
        first
            + "\n\nA worker of a warehouse fell from a ladder and hurt the knee.\nPain is worse at night and when walking."
            + "\nSometimes it wakes the worker.\nPhysical therapy helped a little.\nThe request is not medically necessary."
            + "\n\nRecords do not say why a brace would help.\nWhat the guideline asks for is an unstable joint."
    }

    private func lines(_ text: ExtractedText) -> [[String]] {
        String(decoding: text.bytes, as: UTF8.self).split(separator: "\u{0C}").map { page in
            page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
    }

    @Test("Pages of pictures are read in order, upright or not", .enabled(if: isInstalled), arguments: [false, true])
    func scan(isOnItsHead: Bool) async throws {
        let scan = try await ScannedPDF.make(of: MinimalPDF.make(pages: pages), isOnItsHead: isOnItsHead)
        var scans = await ScanReader.locate()
        scans?.limits.wallTime = .seconds(600)
        let extractor = await TextExtractor.patient(scans: scans)
        let text = try await extractor.text(of: scan)
        #expect(lines(text) == pages.map { $0.split(separator: "\n").map(String.init) })
        #expect(text.isRecognized && text.mediaType == .pdf && !text.isOriginal && text.pageCount == 2)
        #expect(text.damage.isEmpty)
    }

    @Test("A PDF with text is never drawn")
    func withText() async throws {
        let scans = ScanReader(pdftoppm: "/nonexistent/pdftoppm", tesseract: "/nonexistent/tesseract")
        let extractor = await TextExtractor.patient(scans: scans)
        #expect(try await extractor.text(of: MinimalPDF.make(pages: pages)).isRecognized == false)
    }

    @Test(
        "What goes wrong holds the scan, with its reason",
        arguments: [
            ("exit 1", "echo word", .scanNotRead(reason: "page 1 cannot be drawn (pdftoppm ended with code 1)")),
            ("exit 0", "echo word", .scanNotRead(reason: "page 1 cannot be drawn (pdftoppm ended with code 0)")),
            // Nothing but white pages.
            ("test $5 -gt 2 && exit 99; echo picture", "echo", .noTextLayer),
            // More pages than any letter has.
            ("echo picture", "echo word", .scanNotRead(reason: "it has more than 3 pages")),
            ("echo picture", "exit 3", .scanNotRead(reason: "tesseract ended with code 3")),
            ("echo picture", "kill -SEGV $$", .scanNotRead(reason: "tesseract was ended by signal 11")),
            ("echo picture", "printf '\\377'", .scanNotRead(reason: "tesseract ended with code 0")),
            ("echo picture", "sleep 60", .scanNotRead(reason: "it took longer than 1 seconds")),
        ] as [(String, String, TextFailure)])
    func failures(pdftoppm: String, tesseract: String, expected: TextFailure) async throws {
        let folder = try ScratchFolder()
        var scans = ScanReader(
            pdftoppm: try folder.script(pdftoppm, as: "pdftoppm"),
            tesseract: try folder.script(tesseract, as: "tesseract"))
        scans.limits.pages = 3
        scans.limits.wallTime = tesseract.hasPrefix("sleep") ? .seconds(1) : .seconds(100)
        let failure = await #expect(throws: TextFailure.self) { try await scans.text(of: HostilePDF.scanned) }
        #expect(failure == expected)
        #expect(failure?.mayPassLater == false)
    }
}
