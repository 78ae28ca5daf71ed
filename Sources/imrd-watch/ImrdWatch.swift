// SPDX-License-Identifier: GPL-2.0-only

import Glibc

/// `imrd-watch FOLDER`: tells, on standard output, what arrives in a folder and in its subfolders one level deep.
///
/// One process, one thread, one folder. Names that begin with a dot are passed over. Each record is one byte for the kind,
/// the path below FOLDER (`name` or `source/name`, any bytes but NUL), and one NUL:
///
///     R  ready: all watches are set; the path is empty; once
///     M  a file was moved in: whole
///     W  a file that was open for writing was closed
///     C  a file was created or linked
///     D  a folder appeared; its watch is set already, so walk it now
///     O  events were lost: scan everything; the path is empty
///
/// Records are hints: whoever reads them scans the folder after R, D and O, and whenever this program ends. It ends with the
/// codes of `ExitCode`.
@main
enum ImrdWatch {
    private static let help = """
        usage: imrd-watch FOLDER
        Tells on standard output what arrives in FOLDER and its subfolders, one level deep, until standard input or
        output is closed. Records: KIND byte, path below FOLDER, NUL byte. Kinds: R ready, M moved in, W closed after
        writing, C created, D folder appeared, O events lost (scan everything).
        Exit: 0 told to end, 64 usage, 66 FOLDER cannot be watched, 71 no inotify, 74 cannot write, 75 a watched folder
        was deleted, moved or unmounted (start again).

        """
    private static let version = "imrd-watch 1.0 (GPL-2.0-only)\n"

    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "--help" where arguments.count == 1: print(help, terminator: "")
        case "--version" where arguments.count == 1: print(version, terminator: "")
        case let folder? where arguments.count == 1 && !folder.isEmpty && !folder.hasPrefix("-"): watch()
        default: end(.usage, "usage: imrd-watch FOLDER (see imrd-watch --help)")
        }
    }

    /// Watches the folder that is the first argument, whose bytes need not be text.
    private static func watch() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGTERM) { _ in _exit(ExitCode.done.rawValue) }
        signal(SIGINT) { _ in _exit(ExitCode.done.rawValue) }
        // Whoever started us from a thread that blocks signals has handed that down.
        var none = sigset_t()
        _ = unsafe sigemptyset(&none)
        _ = unsafe sigprocmask(SIG_SETMASK, &none, nil)
        guard let argument = unsafe CommandLine.unsafeArgv[1] else { return }
        var watch = FolderWatch(folder: unsafe Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument))))
        watch.run()
    }

    /// Ends the program, with one line on standard error where there is something to say.
    static func end(_ code: ExitCode, _ message: String? = nil) -> Never {
        if let message { complain(message) }
        exit(code.rawValue)
    }

    /// Writes one line on standard error.
    static func complain(_ message: String) {
        let line = Array("\(message)\n".utf8)
        _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// The reason that a system call left behind.
    static func reason(_ number: CInt) -> String { unsafe String(cString: strerror(number)) }
}
