import ArgumentParser
import Foundation
import Service

/// Where a command's output goes: text to standard output, one line for an error to standard error.
enum Output {
    /// Prints a piece of output; nothing is printed for an empty one.
    static func print(_ text: String) {
        if text.isEmpty { return }
        do {
            try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
        } catch {
            complain("the output cannot be written; check where it goes")
            exit(CommandFailure.Code.system.rawValue)
        }
    }

    /// Writes a text and a newline to a file, in the place of what is there.
    static func write(_ text: String, to path: String) throws {
        do { try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: path)) } catch {
            throw CommandFailure(.cannotCreate, "\(path) cannot be written; name another file")
        }
    }

    /// Prints one line for a person who must do something.
    static func complain(_ line: String) {
        // There is nobody left to tell when this fails, too; the exit code remains.
        try? FileHandle.standardError.write(contentsOf: Data("imrd: \(line)\n".utf8))
    }

    /// Ends the process with an error's line and exit code.
    static func end(with error: any Error) -> Never {
        let failure = CommandFailure(error)
        complain(failure.description.split(separator: "\n").joined(separator: " "))
        exit(failure.code.rawValue)
    }

    /// The width of the terminal; a long line where there is none.
    static var width: Int {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 10_000 }
        return Int(size.ws_col)
    }
}
