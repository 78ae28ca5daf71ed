import Determinations
import LinuxSystem
import Records

/// Reading the lines of the log at start-up: each must be JSON and have the next number, and at the checkpoint's size
/// the root must be the checkpoint's.
struct LogScan {
    /// The checkpoint that the lines must lead to.
    let checkpoint: Checkpoint
    /// The months that there are, the oldest first.
    let months: [LogMonth]
    /// The tree over the lines so far.
    private(set) var tree: MerkleTree
    /// Where the lines start that the checkpoint does not cover, in each file that has such lines.
    private(set) var unvouched: [(month: LogMonth, offset: Int64)] = []
    /// Bytes without a newline at the end of the newest file.
    private(set) var torn = 0

    /// Reads all lines, or those after a frontier.
    init(_ folder: borrowing Descriptor, checkpoint: Checkpoint, months: [LogMonth], after frontier: Frontier?) throws {
        self.checkpoint = checkpoint
        self.months = months
        tree = frontier?.tree ?? MerkleTree()
        var first = 0
        var offset: Int64 = 0
        if let frontier, frontier.tree.size > 0 {
            guard frontier.tree.size <= checkpoint.size,
                let place = months.firstIndex(where: { $0.file.description == frontier.file }),
                try Self.line(before: frontier.end, in: folder.openForReading(months[place].file)) == tree.size - 1
            else { throw FrontierFailure() }
            first = place
            offset = frontier.end
        }
        try checkRoot(folder.path, line: nil)
        for month in months[first...] {
            try scan(month, in: folder, from: offset)
            offset = 0
        }
        guard tree.size >= checkpoint.size else {
            throw AuditLogFailure.damaged(
                file: folder.path, line: nil,
                what: "it is cut short: it has \(tree.size) lines, and the checkpoint covers \(checkpoint.size)")
        }
    }

    /// A frontier that does not fit the files; all lines must be read.
    struct FrontierFailure: Error {}

    private mutating func scan(_ month: LogMonth, in folder: borrowing Descriptor, from offset: Int64) throws {
        let file = try folder.openForReading(month.file)
        var number = 0
        var scan = self
        let result = try file.forEachLine(from: offset) { line, place in
            number += 1
            try scan.take(line, number, at: place, of: month, path: file.path)
            return true
        }
        self = scan
        torn = result.torn
        if torn > 0, month != months.last {
            throw AuditLogFailure.damaged(file: file.path, line: number + 1, what: "its end is torn off")
        }
    }

    private mutating func take(
        _ line: [UInt8], _ number: Int, at offset: Int64, of month: LogMonth, path: String
    ) throws {
        guard let seq = LoggedEntry.seq(startOf: line[...]), (try? JSON(reading: line)) != nil else {
            throw AuditLogFailure.damaged(file: path, line: number, what: "it is no entry")
        }
        guard seq == tree.size else {
            throw AuditLogFailure.damaged(
                file: path, line: number, what: "it has the number \(seq) where \(tree.size) must follow")
        }
        if tree.size >= checkpoint.size, unvouched.last?.month != month { unvouched.append((month, offset)) }
        tree.append(.leaf(line))
        try checkRoot(path, line: number)
    }

    private func checkRoot(_ path: String, line: Int?) throws {
        guard tree.size == checkpoint.size, tree.root != checkpoint.root else { return }
        throw AuditLogFailure.damaged(
            file: path, line: line, what: "up to here something was changed: the root is not the checkpoint's")
    }

    /// The number of the line that ends at an offset; nil when none ends there.
    private static func line(before end: Int64, in file: borrowing Descriptor) throws -> Int? {
        let start = max(0, end - Int64(AuditEntry.longestLine) - 1)
        let bytes = try file.read(at: start, upTo: Int(end - start))
        guard bytes.count == Int(end - start), bytes.last == 0x0A else { return nil }
        let line = bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).last ?? []
        return LoggedEntry.seq(startOf: line)
    }
}
