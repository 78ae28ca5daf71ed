import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The program imrd-watch", .serialized)
struct ImrdWatchTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// The program at work, with pipes to its standard input and output.
    final class Running {
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        let error = Pipe()

        init(_ arguments: [String]) throws {
            process.executableURL = URL(fileURLWithPath: try BuiltProgram.path("imrd-watch"))
            process.arguments = arguments
            process.standardInput = input
            process.standardOutput = output
            process.standardError = error
            try process.run()
        }

        /// Reads on until some text has come, or the output ends.
        func read(until text: String) -> Data {
            var data = Data()
            while data.range(of: Data(text.utf8)) == nil {
                let more = output.fileHandleForReading.availableData
                if more.isEmpty { break }
                data += more
            }
            return data
        }

        func code() -> Int32 {
            process.waitUntilExit()
            return process.terminationReason == .exit ? process.terminationStatus : -1
        }

        func complaint() -> String {
            String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
    }

    @Test(
        "Wrong arguments and folders end it with a code and one line",
        arguments: [
            ([], 64),  // no folder
            (["a", "b"], 64),  // two
            (["--what"], 64),  // an option that is none
            (["/nowhere"], 66),  // missing
            (["/proc/self/stat"], 66),  // no folder
        ] as [([String], Int32)])
    func refusals(_ arguments: [String], _ code: Int32) throws {
        let running = try Running(arguments)
        #expect(running.code() == code)
        #expect(running.complaint().split(separator: "\n").count == 1)
    }

    @Test("It tells its version and how to call it", arguments: ["--help", "--version"])
    func help(_ option: String) throws {
        let running = try Running([option])
        #expect(String(decoding: running.read(until: "\n"), as: UTF8.self).contains("imrd-watch"))
        #expect(running.code() == 0)
    }

    /// Row by row: what ends it.
    enum End: CaseIterable {
        case inputClosed  // its parent died or let go
        case outputClosed  // nobody reads
        case terminated  // told to
        case folderDeleted
        case folderMoved
        case sourceDeleted
    }

    @Test("It ends when it should, with the right code", arguments: End.allCases)
    func ends(_ end: End) throws {
        try scratch.makeFolder("source")
        let running = try Running([scratch.inbox])
        _ = running.read(until: "R\0")
        var code: Int32 = 0
        switch end {
        case .inputClosed: try running.input.fileHandleForWriting.close()
        case .outputClosed: try running.output.fileHandleForReading.close()
        case .terminated: running.process.terminate()
        case .folderDeleted:
            try FileManager.default.removeItem(atPath: scratch.inbox)
            code = 75
        case .folderMoved:
            try FileCalls.rename(scratch.inbox, scratch.folder + "/moved")
            code = 75
        case .sourceDeleted:
            try FileManager.default.removeItem(atPath: scratch.path("source"))
            code = 75
        }
        #expect(running.code() == code)
    }

    @Test("Records are a kind, the raw path and a NUL; dot names are passed over")
    func records() throws {
        try scratch.makeFolder("source")
        try scratch.makeFolder(".imrd")
        let running = try Running([scratch.inbox])
        #expect(running.read(until: "R\0") == Data("R\0".utf8))
        try scratch.write(".hidden")
        try scratch.write(".imrd/inside")
        try scratch.moveIn("two\nlines")
        try scratch.write("source/b")
        try scratch.makeFolder("new")
        try scratch.moveIn("new/c")
        let all = String(decoding: running.read(until: "Mnew/c\0"), as: UTF8.self)
        #expect(all == "Mtwo\nlines\0Csource/b\0Wsource/b\0Dnew\0Mnew/c\0")
        running.process.terminate()
    }

    @Test("Lost events are told")
    func overflow() throws {
        let running = try Running([scratch.inbox])
        _ = running.read(until: "R\0")
        kill(running.process.processIdentifier, SIGSTOP)
        try scratch.write("0")
        let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
        let most = try #require(Int(limit.trimmingCharacters(in: .newlines)))
        for number in 1...most + 1 { try FileCalls.link(scratch.path("0"), scratch.path("\(number)")) }
        kill(running.process.processIdentifier, SIGCONT)
        #expect(running.read(until: "\0O\0").suffix(2) == Data("O\0".utf8))
        running.process.terminate()
    }
}
