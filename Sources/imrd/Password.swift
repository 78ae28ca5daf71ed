import Foundation
import Service

/// Asks for a password without showing it.
enum Password {
    /// A password: typed twice where there is a terminal, else a line of standard input.
    static func read() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            guard let line = readLine(strippingNewline: true) else {
                throw CommandFailure(.noInput, "there is no password on standard input; write it there as one line")
            }
            return line
        }
        let password = ask("Password: ")
        guard ask("The same again: ") == password else {
            throw CommandFailure(.noInput, "the two passwords differ; start again")
        }
        return password
    }

    /// getpass(3) turns the echo of the terminal off while it reads.
    private static func ask(_ prompt: String) -> String {
        guard let text = unsafe getpass(prompt) else { return "" }
        return unsafe String(cString: text)
    }
}
