import Crypto
import Determinations
import LinuxSystem
import Records

/// All lines of a log as the verifier reads them: the hash of each, and what it says about its place.
struct VerifierLines {
    /// A file and the place of its first line among all lines.
    struct File {
        let name: String
        let first: Int
    }

    /// The files, the oldest first.
    private(set) var files: [File] = []
    /// The leaf hashes, 32 bytes each, one after the other.
    private(set) var hashes: [UInt8] = []
    /// The number each line gives itself; nil where it is no JSON object with a number.
    private(set) var numbers: [Int?] = []
    /// The lines that have lost their newline.
    private(set) var unended: [Int] = []
    /// Bytes without a newline at the very end.
    private(set) var torn: [UInt8] = []

    /// Reads all lines below a folder `audit`.
    init(_ folder: borrowing Descriptor) throws {
        let names = try folder.names().map { String(decoding: $0.bytes, as: UTF8.self) }
        for name in names.filter({ $0.hasSuffix(".jsonl") }).sorted() {
            // What a file before the last one leaves without a newline is a line that lost it.
            takeTorn()
            files.append(File(name: name, first: numbers.count))
            let file = try folder.openForReading(FileName(name))
            while true {
                let chunk = try file.read(upTo: 1 << 18)
                if chunk.isEmpty { break }
                var parts = chunk.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
                while parts.count > 1, let part = parts.popFirst() {
                    take(torn + part)
                    torn = []
                }
                torn += parts.first ?? []
            }
        }
    }

    /// How many lines there are.
    var count: Int { numbers.count }

    /// The leaf hash of a line.
    func hash(_ index: Int) -> ArraySlice<UInt8> { hashes[(32 * index)..<(32 * index + 32)] }

    /// The file of a line, below the log folder, and the line in it from 1.
    func place(_ index: Int) -> (file: String, line: Int) {
        guard let file = files.last(where: { $0.first <= index }) ?? files.first else { return ("audit", 1) }
        return ("audit/\(file.name)", index - file.first + 1)
    }

    /// Takes what stands after the last newline for a line as well.
    mutating func takeTorn() {
        if torn.isEmpty { return }
        unended.append(count)
        take(torn)
        torn = []
    }

    private mutating func take(_ line: [UInt8]) {
        hashes += Array(SHA256.hash(data: [0] + line))
        numbers.append((try? JSON(reading: line))?["seq"]?.integer)
    }
}

/// The Merkle tree as RFC 6962 defines it, from above, over leaf hashes of 32 bytes that stand one after the other.
enum VerifierTree {
    /// The root over some leaves.
    static func root(_ leaves: ArraySlice<UInt8>) -> [UInt8] {
        if leaves.isEmpty { return Array(SHA256.hash(data: [UInt8]())) }
        if leaves.count == 32 { return Array(leaves) }
        var left = 32
        while left * 2 < leaves.count { left *= 2 }
        let middle = leaves.startIndex + left
        return Array(SHA256.hash(data: [1] + root(leaves[..<middle]) + root(leaves[middle...])))
    }
}
