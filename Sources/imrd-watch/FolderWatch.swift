// SPDX-License-Identifier: GPL-2.0-only

import CInotifyTools
import Glibc

/// The watches on a folder and its subfolders, and the loop that turns events into records.
///
/// What libinotifytools asks for: its descriptor below 1024 (it is opened first of all), no regular-expression filters (they
/// swallow the overflow marker), and no second life for a watch whose folder was deleted (the program ends instead).
struct FolderWatch {
    private let folder: [UInt8]
    private let queue: CInt
    private var sources: [CInt: [UInt8]] = [:]
    private var hasComplained = false

    /// Opens the inotify queue; ends the program where that is refused.
    init(folder: [UInt8]) {
        queue = FolderWatch.openQueue()
        self.folder = folder
    }

    /// The library gets the lowest free descriptor and tells nobody which: so that is found out beforehand.
    private static func openQueue() -> CInt {
        let lowest = dup(STDERR_FILENO)
        close(lowest)
        guard lowest >= 0, lowest < 1024, inotifytools_initialize() != 0 else {
            let reason = ImrdWatch.reason(inotifytools_error())
            ImrdWatch.end(.noInotify, "imrd-watch: no inotify (\(reason)): raise fs.inotify.max_user_instances")
        }
        var target = [CChar](repeating: 0, count: 64)
        let length = unsafe readlink("/proc/self/fd/\(lowest)", &target, target.count)
        let found = target.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
        guard String(decoding: found, as: UTF8.self).hasSuffix("inotify") else {
            ImrdWatch.end(.noInotify, "imrd-watch: no inotify descriptor was found: mount /proc")
        }
        _ = fcntl(lowest, F_SETFD, FD_CLOEXEC)
        return lowest
    }

    /// Sets the watches, says so, and follows events until the program ends.
    mutating func run() -> Never {
        guard watch([]) else {
            let name = String(decoding: folder, as: UTF8.self).debugDescription
            let reason = ImrdWatch.reason(inotifytools_error())
            ImrdWatch.end(.cannotWatch, "imrd-watch: cannot watch \(name): \(reason)")
        }
        watchSubfolders()
        Record.write(.ready)
        while true {
            waitForEvents()
            while let event = unsafe inotifytools_next_events(0, 1) {
                // The event stands in the library's static storage until the next call: copied at once.
                let mask = unsafe event.pointee.mask
                let descriptor = unsafe event.pointee.wd
                guard let name = unsafe cinotifytools_name(event) else { continue }
                handle(
                    mask: mask, descriptor: descriptor,
                    name: unsafe Array(UnsafeRawBufferPointer(start: name, count: strlen(name))))
            }
        }
    }

    /// Returns when there is something to read; ends the program when its parent is gone.
    private func waitForEvents() {
        var waiting = [
            pollfd(fd: queue, events: Int16(POLLIN), revents: 0),
            pollfd(fd: STDIN_FILENO, events: 0, revents: 0),
            pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
        ]
        _ = unsafe poll(&waiting, nfds_t(waiting.count), -1)
        if waiting[1].revents != 0 || waiting[2].revents != 0 { ImrdWatch.end(.done) }
    }

    private mutating func handle(mask: UInt32, descriptor: CInt, name: [UInt8]) {
        if mask & UInt32(IN_Q_OVERFLOW) != 0 { return Record.write(.overflow) }
        guard let source = sources[descriptor] else { return }
        if mask & cinotifytools_ended != 0 { endOfWatch(source) }
        guard let first = name.first, first != UInt8(ascii: ".") else { return }
        let path = source + name
        if mask & UInt32(IN_ISDIR) != 0 {
            if source.isEmpty { _ = watch(name) }
            Record.write(.folder, path)
        } else if mask & UInt32(IN_MOVED_TO) != 0 {
            Record.write(.moved, path)
        } else if mask & UInt32(IN_CLOSE_WRITE) != 0 {
            Record.write(.closed, path)
        } else if mask & UInt32(IN_CREATE) != 0 {
            Record.write(.created, path)
        }
    }

    private func endOfWatch(_ source: [UInt8]) -> Never {
        let what = source.isEmpty ? "the watched folder" : "a watched subfolder"
        ImrdWatch.end(.folderGone, "imrd-watch: \(what) was deleted, moved or unmounted")
    }

    /// Watches the folder itself (an empty name) or a subfolder; false leaves the reason with the library.
    private mutating func watch(_ name: [UInt8]) -> Bool {
        // The folder given may be a link and so ends in a slash; of a subfolder, which a sender made, links are refused.
        let path = (folder + [UInt8(ascii: "/")] + name + [0]).map { CChar(bitPattern: $0) }
        guard unsafe inotifytools_watch_file(path, CInt(bitPattern: cinotifytools_watched)) != 0 else {
            return name.isEmpty ? false : complainOnce(inotifytools_error())
        }
        let slash: [CChar] = name.isEmpty ? [] : [CChar(bitPattern: UInt8(ascii: "/"))]
        let stored = path.dropLast() + slash + [0]
        sources[unsafe inotifytools_wd_from_filename(Array(stored))] = name.isEmpty ? [] : name + [UInt8(ascii: "/")]
        return true
    }

    /// A subfolder that cannot be watched is still scanned by the reader; that it left again or is no folder is usual.
    private mutating func complainOnce(_ reason: CInt) -> Bool {
        if !hasComplained, reason != ENOENT, reason != ENOTDIR, reason != ELOOP {
            hasComplained = true
            ImrdWatch.complain("imrd-watch: a subfolder is scanned only, not watched: \(ImrdWatch.reason(reason))")
        }
        return false
    }

    private mutating func watchSubfolders() {
        let path = (folder + [0]).map { CChar(bitPattern: $0) }
        guard let stream = unsafe opendir(path) else { return }
        defer { _ = unsafe closedir(stream) }
        while let entry = unsafe readdir(stream) {
            let kind = unsafe Int(entry.pointee.d_type)
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: "."), kind == Int(DT_DIR) || kind == Int(DT_UNKNOWN) { _ = watch(name) }
        }
    }
}
