import Foundation
import Subprocess
import TestSupport
import Testing

@testable import LetterText

@Suite("imrd-pdf, which reads in the place of pdftotext", .enabled(if: TextExtractor.pdfReader != nil))
struct PDFWorkersTests {
    private let pdf = MinimalPDF.make(pages: ["Hello"])

    private func workers() throws -> PDFWorkers { PDFWorkers(try #require(TextExtractor.pdfReader)) }

    /// What pdftotext itself makes of a file.
    private func original(_ bytes: [UInt8], _ limits: ExtractionLimits) async throws -> ConfinedOutcome {
        try await ConfinedProcess(tool: PDFWorkers.originalTool, arguments: PDFText.arguments, limits: limits)
            .run(on: bytes)
    }

    /// A worker's program that notes its process number, one for each line.
    private func noted(in folder: ScratchFolder) throws -> String {
        let reader = try #require(TextExtractor.pdfReader)
        return try folder.script("echo $$ >>\(folder.path)/record; exec \(reader)")
    }

    private func noted(by folder: ScratchFolder) throws -> [String] {
        try String(contentsOfFile: folder.path + "/record", encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test(
        "Text, messages and exit code are those of pdftotext",
        arguments: [
            MinimalPDF.make(pages: ["Case Number: CM00-0000001", "Knee brace (left) is: Upheld \\ 45°"]),
            Array("%PDF-1.4\n".utf8), HostilePDF.scanned, HostilePDF.encrypted, HostilePDF.zeros,
            HostilePDF.loopingPages, HostilePDF.deepNesting, HostilePDF.complaints,
        ])
    func same(bytes: [UInt8]) async throws {
        let read = try await workers().read(bytes, .patient)
        #expect(try await read == original(bytes, .patient))
    }

    @Test("So they are of PDFs that were damaged, read by one worker one after the other")
    func damaged() async throws {
        let workers = try workers()
        let whole = MinimalPDF.make(pages: ["Hello", "World", "Wide"])
        for place in stride(from: 9, to: whole.count, by: 23) {
            var harmed = whole
            harmed[place] ^= 0x15
            for bytes in [harmed, Array(whole[..<place])] {
                let read = try await workers.read(bytes, .patient)
                #expect(try await read == original(bytes, .patient), "at \(place)")
            }
        }
    }

    @Test("So they are of real letters", .enabled(if: !RealLetters.letters.isEmpty))
    func real() async throws {
        let workers = try workers()
        for letter in RealLetters.letters {
            let read = try await workers.read(letter.bytes, .patient)
            #expect(try await read == original(letter.bytes, .patient), "\(letter)")
        }
    }

    @Test("A flood of text ends at the limit, by the signal by which pdftotext ends")
    func flood() async throws {
        var limits = ExtractionLimits.patient
        limits.textBytes = 100_000
        let bytes = HostilePDF.flood(pages: 40)
        let read = try #require(try await workers().read(bytes, limits))
        #expect(try await read == original(bytes, limits))
        #expect(read.isCut)
    }

    @Test("What reads too long is killed, and the next PDF is read")
    func late() async throws {
        let workers = try workers()
        var short = ExtractionLimits.patient
        (short.processorSeconds, short.wallTime) = (600, .milliseconds(200))
        await #expect(throws: TextFailure.timedOut) { _ = try await workers.read(HostilePDF.drawings, short) }
        #expect(try await workers.read(pdf, .patient)?.status == .exited(0))
    }

    @Test("One worker reads one PDF after the other; one that ended while it waited is replaced")
    func replaced() async throws {
        let folder = try ScratchFolder()
        let workers = PDFWorkers(try noted(in: folder))
        for _ in 0..<3 { #expect(try await workers.read(pdf, .patient)?.status == .exited(0)) }
        let first = try noted(by: folder)
        #expect(first.count == 1)
        kill(try #require(Int32(first[0])), SIGKILL)
        #expect(try await workers.read(pdf, .patient)?.status == .exited(0))
        #expect(try noted(by: folder).count == 2)
    }

    @Test("One that cannot set the limits says nothing of the PDF")
    func limits() async throws {
        var limits = ExtractionLimits.patient
        limits.processorSeconds = -1
        #expect(try await workers().read(pdf, limits) == nil)
    }

    @Test("A request to end that goes to all processes of imrd leaves what it still needs")
    func endure() async throws {
        let folder = try ScratchFolder()
        let workers = PDFWorkers(try noted(in: folder))
        _ = try await workers.read(pdf, .patient)
        kill(try #require(Int32(noted(by: folder)[0])), SIGTERM)
        #expect(try await workers.read(pdf, .patient)?.status == .exited(0))
        #expect(try noted(by: folder).count == 1)
    }

    @Test("Where none can be run, pdftotext reads", arguments: ["/nonexistent/imrd-pdf", "/bin/true", "/bin/sleep"])
    func none(program: String) async throws {
        #expect(try await PDFWorkers(program).read(pdf, .patient) == nil)
        let extractor = TextExtractor(pdftotext: PDFWorkers.originalTool, worker: program, limits: .patient)
        #expect(extractor.hasWorkers)
        #expect(String(decoding: try await extractor.text(of: pdf).bytes, as: UTF8.self).contains("Hello"))
    }

    @Test("Another pdftotext than Debian's is asked itself")
    func another() async throws {
        let extractor = TextExtractor(pdftotext: "/opt/pdftotext", worker: TextExtractor.pdfReader, limits: .patient)
        #expect(!extractor.hasWorkers)
    }

    @Test("It ends when nobody can ask it any more")
    func ends() async throws {
        let folder = try ScratchFolder()
        var workers: PDFWorkers? = PDFWorkers(try noted(in: folder))
        _ = try await workers?.read(pdf, .patient)
        let process = try noted(by: folder)[0]
        #expect(FileManager.default.fileExists(atPath: "/proc/\(process)"))
        workers = nil
        try await waitForEnd(of: process)
    }

    @Test("A cancelled task ends its worker, and what that has started")
    func cancelled() async throws {
        let folder = try ScratchFolder()
        let workers = PDFWorkers(try noted(in: folder))
        var patient = ExtractionLimits.patient
        patient.processorSeconds = 600
        let limits = patient
        let work = Task { try await workers.read(HostilePDF.drawings, limits) }
        while (try? noted(by: folder).count) != 1 { await Task.yield() }
        let process = try noted(by: folder)[0]
        func children() -> [Substring] {
            let path = "/proc/\(process)/task/\(process)/children"
            return (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: " ") ?? []
        }
        while children().isEmpty { await Task.yield() }
        let child = String(children()[0])
        work.cancel()
        await #expect(throws: TextFailure.cancelled) { _ = try await work.value }
        try await waitForEnd(of: process)
        try await waitForEnd(of: child)
    }

    @Test("Without a socket it says how it is used", arguments: [[], ["--help"]])
    func usage(arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(TextExtractor.pdfReader))
        process.arguments = arguments
        let errors = Pipe()
        (process.standardInput, process.standardError) = (FileHandle.nullDevice, errors)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 64)
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(said.hasPrefix("usage: imrd-pdf"))
    }
}
