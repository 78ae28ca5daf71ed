// SPDX-License-Identifier: GPL-2.0-only

/// How the program ends; the numbers are those of sysexits(3).
enum ExitCode: CInt {
    /// It was told to (SIGTERM, SIGINT), or nobody reads or feeds it any more.
    case done = 0
    /// The arguments are wrong.
    case usage = 64
    /// The folder cannot be watched: missing, no folder, no rights, or no watches left.
    case cannotWatch = 66
    /// inotify itself is refused.
    case noInotify = 71
    /// Standard output cannot be written.
    case cannotWrite = 74
    /// A watched folder was deleted, moved or unmounted: start the program again, then scan.
    case folderGone = 75
}
