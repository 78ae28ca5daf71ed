import Determinations
import LinuxSystem
import SystemPackage

/// The letters of one batch that go into one bag; they share their syncs, and are undone together.
final class FilingGroup {
    private let bag: Bag
    private let manifestLength: Int64
    private let recordsLength: Int64
    private var linked: [FileName] = []
    private var manifestLines: [UInt8] = []
    private var recordLines: [UInt8] = []

    /// A group for a bag in which nothing else is being filed.
    init(into bag: Bag) {
        self.bag = bag
        manifestLength = bag.manifest.length
        recordsLength = bag.records.length
    }

    /// Files the letters, durably when it returns. On a failure call `undo`.
    func file(_ filings: [Filing]) throws -> [FilingResult] {
        var letters: [UnnamedLetter] = []
        for filing in filings { letters.append(try UnnamedLetter(filing, in: bag.data)) }
        for letter in letters { try letter.sync() }
        var results: [FilingResult] = []
        for letter in letters { results.append(try link(letter)) }
        if recordLines.isEmpty { return results }
        try bag.data.sync()
        try bag.records.append(recordLines)
        try bag.manifest.append(manifestLines)
        return results
    }

    /// Takes back what this group did, in the order of recovery; needs no space, and no sync, because recovery would do
    /// the same after a power cut.
    func undo() throws(SystemFailure) {
        try bag.manifest.cut(to: manifestLength)
        for name in linked { try bag.data.remove(name) }
        linked = []
        try bag.records.cut(to: recordsLength)
    }

    private func link(_ letter: UnnamedLetter) throws -> FilingResult {
        let path = "\(bag.path)/data/\(letter.original.name)"
        let isNew = try link(letter.original)
        if !isNew, try isListed(letter.original) { return .alreadyThere(path: path) }
        manifestLines += letter.original.manifestLine + [UInt8(ascii: "\n")]
        if let text = letter.text {
            _ = try link(text)
            manifestLines += text.manifestLine + [UInt8(ascii: "\n")]
        }
        recordLines += letter.record + [UInt8(ascii: "\n")]
        return .filed(path: path)
    }

    /// Gives a file its name; false when the same bytes have it already.
    private func link(_ file: UnnamedFile) throws -> Bool {
        do throws(SystemFailure) {
            try file.descriptor.link(into: bag.data, as: file.name.fileName)
            linked.append(file.name.fileName)
            return true
        } catch  where error.errno == .fileExists {
            try requireSameBytes(file)
            return false
        }
    }

    /// Makes sure that the file which has the name already holds the same bytes, durably.
    private func requireSameBytes(_ file: UnnamedFile) throws {
        let existing = try bag.data.openForReading(file.name.fileName)
        let status = try existing.status()
        let isSameSize = status.kind == .regular && status.size == Int64(file.bytes.count)
        let isSame = isSameSize ? try existing.read(at: 0, upTo: file.bytes.count) == file.bytes : false
        if !isSame {
            throw ArchiveFailure(
                .incident,
                "\(bag.path)/data/\(file.name) holds other bytes than the letter that must have this name; "
                    + "compare the two and move one away by hand")
        }
        try existing.sync()
    }

    private func isListed(_ file: UnnamedFile) throws -> Bool {
        let inThisGroup = manifestLines.split(separator: UInt8(ascii: "\n")).contains {
            $0.elementsEqual(file.manifestLine)
        }
        return try inThisGroup || bag.manifest.contains(file.manifestLine)
    }
}
