import Determinations
import LinuxSystem

/// A file of lines that only grows at its end, and shrinks only when what was appended last is undone.
final class AppendedFile {
    /// A line of the file.
    struct Line {
        /// Where it starts.
        let offset: Int64
        /// Its bytes, without the newline.
        let bytes: ArraySlice<UInt8>
        /// Whether its newline is there; only the last line can lack it.
        let isWhole: Bool
    }

    private let descriptor: Descriptor
    /// The size up to which everything was appended as a whole.
    private(set) var length: Int64

    /// Opens the file in a folder, making it when it is missing; the folder is not synced.
    init(_ name: FileName, in folder: borrowing Descriptor) throws(SystemFailure) {
        descriptor = try folder.openForAppending(name)
        length = try descriptor.status().size
    }

    /// For messages.
    var path: String { descriptor.path }

    /// Appends lines, durably when it returns; on a failure the end may be torn until `cut(to:)` is called.
    func append(_ lines: [UInt8]) throws(SystemFailure) {
        try write(lines)
        try sync()
    }

    /// Appends lines that are durable after the next sync; on a failure the end may be torn until `cut(to:)` is called.
    func write(_ lines: [UInt8]) throws(SystemFailure) {
        if lines.isEmpty { return }
        try descriptor.write(lines)
        length += Int64(lines.count)
    }

    /// Adds the file to those that are synced together.
    func add(to syncs: inout SyncGroup) { syncs.add(descriptor) }

    /// Cuts the file to a size; needs no space. It is durable after the next `append` or `sync`.
    func cut(to size: Int64) throws(SystemFailure) {
        try descriptor.truncate(to: size)
        length = size
    }

    /// Makes everything durable.
    func sync() throws(SystemFailure) { try descriptor.sync() }

    /// Whether the file is empty or ends with a newline.
    func endsWithWholeLine() throws(SystemFailure) -> Bool {
        if length == 0 { return true }
        return try descriptor.read(at: length - 1, upTo: 1) == [newline]
    }

    /// The last lines, oldest first.
    func lastLines(atMost count: Int) throws(SystemFailure) -> [Line] {
        var window: Int64 = 1 << 16
        while true {
            let start = max(0, length - window)
            var lines = AppendedFile.lines(of: try descriptor.read(at: start, upTo: Int(length - start)), at: start)
            // The first line of a window that does not begin with the file may be a part of one.
            if start > 0, !lines.isEmpty { lines.removeFirst() }
            if start == 0 || lines.count >= count { return lines.suffix(count) }
            window *= 4
        }
    }

    /// Goes through all lines from the first, in pieces of a megabyte, so that a file of any size can be read.
    func forEachLine(_ body: (Line) -> Void) throws(SystemFailure) {
        var offset: Int64 = 0
        var rest: [UInt8] = []
        while true {
            let piece = try descriptor.read(at: offset + Int64(rest.count), upTo: 1 << 20)
            let lines = AppendedFile.lines(of: rest + piece, at: offset)
            guard !piece.isEmpty else {
                lines.forEach(body)
                return
            }
            let whole = lines.last?.isWhole == false ? lines.dropLast() : lines[...]
            whole.forEach(body)
            rest = lines.last?.isWhole == false ? Array(lines.last?.bytes ?? []) : []
            offset += Int64((whole.last?.bytes.endIndex ?? -1) + 1)
        }
    }

    /// Whether the file has this line.
    func contains(_ line: [UInt8]) throws(SystemFailure) -> Bool {
        var found = false
        try forEachLine { found = found || $0.bytes.elementsEqual(line) }
        return found
    }

    private static func lines(of bytes: [UInt8], at offset: Int64) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: newline)
            lines.append(
                Line(
                    offset: offset + Int64(start), bytes: bytes[start..<(end ?? bytes.count)], isWhole: end != nil))
            start = (end ?? bytes.count) + 1
        }
        return lines
    }
}

private let newline = UInt8(ascii: "\n")
