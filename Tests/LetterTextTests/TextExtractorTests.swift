import Determinations
import Foundation
import TestSupport
import Testing

@testable import LetterText

@Suite("The text of a PDF")
struct TextExtractorTests {
    private func extractor(_ change: (inout ExtractionLimits) -> Void = { _ in }) async -> TextExtractor {
        var limits = ExtractionLimits.patient
        change(&limits)
        return await .patient(limits: limits)
    }

    private func failure(_ extractor: TextExtractor, _ bytes: [UInt8]) async -> TextFailure? {
        do throws(TextFailure) {
            _ = try await extractor.text(of: bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test("Pages come out in order, each ended by a form feed, without damage")
    func pages() async throws {
        let pages = ["Case Number: CM00-0000001\nDate: 01/02/2003", "Knee brace (left) is: Upheld \\ 45°"]
        let result = try await extractor().text(of: MinimalPDF.make(pages: pages))
        let parts = String(decoding: result.bytes, as: UTF8.self).split(separator: "\u{0C}").map { page in
            page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        #expect(parts == pages.map { $0.split(separator: "\n").map(String.init) })
        #expect(result.pageCount == 2)
        #expect(result.mediaType == .pdf)
        #expect(result.encoding == nil)
        #expect(!result.isOriginal)
        #expect(result.damage.isEmpty)
    }

    @Test("A PDF is known by its mark in the first KiB, not by a name")
    func recognised() async throws {
        let pdf = MinimalPDF.make(pages: ["Hello"])
        #expect(MediaType.isPDF(Array(repeating: 0x20, count: 1_019) + pdf))
        #expect(!MediaType.isPDF(Array(repeating: 0x20, count: 1_020) + pdf))
        #expect(try await extractor().text(of: Array("Hello".utf8)).mediaType == .text)
    }

    @Test(
        "The end marker may be followed by white space and NUL bytes only so far",
        arguments: [
            ([], true),  // as written
            (Array("\r\n \n".utf8), true),  // white space
            (Array(repeating: 0, count: 9_000), true),  // padding
            (Array(repeating: 0x41, count: 2_100), false),  // something else
        ] as [([UInt8], Bool)])
    func endMarker(tail: [UInt8], expected: Bool) {
        #expect(PDFEnd.isPresent(in: MinimalPDF.make(pages: ["Hello"]) + tail) == expected)
    }

    @Test("A PDF without its end marker is read and says so")
    func withoutEnd() async throws {
        let pdf = MinimalPDF.make(pages: ["Hello"])
        let result = try await extractor().text(of: Array(pdf.dropLast(6)))
        #expect(result.damage.contains(.pdfWithoutEnd))
        #expect(String(decoding: result.bytes, as: UTF8.self).contains("Hello"))
    }

    @Test("A PDF cut anywhere never looks sound")
    func cutAnywhere() async throws {
        let extractor = await extractor()
        let pdf = MinimalPDF.make(pages: ["Hello", "World"])
        for end in stride(from: 9, to: pdf.count - 6, by: 61) {
            let result = try? await extractor.text(of: Array(pdf[..<end]))
            #expect(result?.damage.isEmpty != true, "cut at \(end) of \(pdf.count)")
        }
    }

    @Test(
        "Hostile files are refused with their reason",
        arguments: [
            (HostilePDF.scanned, .noTextLayer),  // a picture only
            (HostilePDF.encrypted, .encrypted),  // a user password
            (HostilePDF.zeros, .noTextLayer),  // a bomb that unpacks to zeros
            (HostilePDF.memory, .notReadable(reason: "it needs more memory than the limit")),  // a bomb of states
        ] as [([UInt8], TextFailure)])
    func refused(bytes: [UInt8], expected: TextFailure) async throws {
        let extractor = await extractor { $0.addressSpace = 256 << 20 }
        #expect(await failure(extractor, bytes) == expected)
    }

    @Test(
        "Hostile files that hold text are read as far as it goes, and say what is wrong",
        arguments: [
            (HostilePDF.loopingPages, "Syntax Error: Loop in Pages tree")  // the page tree holds itself
        ])
    func damaged(bytes: [UInt8], message: String) async throws {
        let result = try await extractor().text(of: bytes)
        #expect(result.damage == [.pdfDamaged(message: message)])
        #expect(String(decoding: result.bytes, as: UTF8.self).contains("Hello 123"))
    }

    @Test(
        "Damage that leaves no text is not readable, which is something else than a scan",
        arguments: [
            Array("%PDF-1.4\n".utf8),  // the head only
            HostilePDF.deepNesting,  // arrays in arrays
            HostilePDF.complaints,  // unknown operators without end
        ])
    func notReadable(bytes: [UInt8]) async throws {
        guard case .notReadable = await failure(extractor(), bytes) else {
            Issue.record("not refused")
            return
        }
    }

    @Test("The limit of processor time ends a bomb of drawings")
    func processorTime() async throws {
        // The other limit is far away, and what is waited for may come late: many tests share two cores.
        let extractor = await extractor {
            $0.processorSeconds = 1
            $0.wallTime = .seconds(600)
        }
        let start = ContinuousClock.now
        #expect(await failure(extractor, HostilePDF.drawings) == .timedOut)
        #expect(ContinuousClock.now - start < .seconds(500))
    }

    @Test("The limit of wall time ends a bomb of drawings")
    func wallTime() async throws {
        let extractor = await extractor {
            $0.processorSeconds = 600
            $0.wallTime = .milliseconds(200)
        }
        let start = ContinuousClock.now
        #expect(await failure(extractor, HostilePDF.drawings) == .timedOut)
        #expect(ContinuousClock.now - start < .seconds(500))
    }

    @Test("A cancelled task ends its pdftotext and says that it was cancelled")
    func cancelled() async throws {
        let extractor = await extractor()
        let work = Task { await failure(extractor, HostilePDF.drawings) }
        work.cancel()
        #expect(await work.value == .cancelled)
    }

    @Test("A flood of text is cut at the limit and says so")
    func flood() async throws {
        let result = try await extractor { $0.textBytes = 100_000 }.text(of: HostilePDF.flood(pages: 40))
        #expect(result.bytes.count == 100_000)
        #expect(result.damage == [.cutAtLimit(100_000)])
    }

    @Test("A missing pdftotext is named with its remedy", arguments: [nil, "/nonexistent/pdftotext"])
    func missing(path: String?) async throws {
        let failure = await failure(TextExtractor(pdftotext: path), MinimalPDF.make(pages: ["Hello"]))
        #expect(failure == .toolMissing(path: path))
        #expect(try #require(failure).description.contains("poppler-utils"))
        #expect(failure?.mayPassLater == true)
    }

    @Test(
        "The way that the tool ends becomes a typed reason",
        arguments: [
            ("kill -SEGV $$", .crashed(signal: 11)),  // a bug in poppler
            ("kill -KILL $$", .crashed(signal: 9)),  // the kernel, out of memory
            ("echo 'Syntax Error: Bad thing' >&2; exit 1", .notReadable(reason: "Syntax Error: Bad thing")),  // quoted
            ("exit 3", .notReadable(reason: "pdftotext ended with code 3")),  // without a word
        ] as [(String, TextFailure)])
    func endings(script: String, expected: TextFailure) async throws {
        let folder = try ScratchFolder()
        let extractor = TextExtractor(pdftotext: try folder.script(script))
        #expect(await failure(extractor, MinimalPDF.make(pages: ["Hello"])) == expected)
    }

    @Test("At the limit of wall time the tool's whole process group is killed")
    func processGroup() async throws {
        let folder = try ScratchFolder()
        let record = folder.path + "/child"
        var limits = ExtractionLimits.patient
        limits.wallTime = .seconds(3)
        let tool = try folder.script("sleep 60 & echo $! >\(record); wait")
        let extractor = TextExtractor(pdftotext: tool, limits: limits)
        #expect(await failure(extractor, MinimalPDF.make(pages: ["Hello"])) == .timedOut)
        let child = try String(contentsOfFile: record, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        try await waitForEnd(of: child)
    }

    @Test("Files of no byte or too many are refused before anything is run")
    func sizes() async throws {
        let extractor = await extractor { $0.fileBytes = 10 }
        #expect(await failure(extractor, []) == .empty)
        #expect(await failure(extractor, Array("12345678901".utf8)) == .tooLarge(size: 11, limit: 10))
        #expect(await failure(extractor, Array("1234567890".utf8)) == nil)
    }

    @Test("Many PDFs at once do not get in each other's way")
    func concurrent() async throws {
        let extractor = await extractor()
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<24 {
                group.addTask {
                    let result = try? await extractor.text(of: MinimalPDF.make(pages: ["letter \(number)."]))
                    return result.map { String(decoding: $0.bytes, as: UTF8.self).contains("letter \(number).") }
                        ?? false
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
