import Determinations
import LinuxSystem
import SystemPackage

/// The letters of one batch that go into one bag, and are undone together.
///
/// Their bytes are durable when it begins. `link` gives them their names, `writeRecords` writes their records; both must be durable
/// before `list` writes their lines of the manifest.
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

    /// Names the files of a letter. On a failure, of this or what follows, call `undo`.
    /// - Parameter record: The letter's line of `records.jsonl`.
    func link(_ letter: UnnamedLetter, record: [UInt8]) throws -> FilingResult {
        let path = "\(bag.path)/data/\(letter.original.name)"
        let isNew = try link(letter.original)
        if !isNew, try isListed(letter.original) { return .alreadyThere(path: path) }
        manifestLines += letter.original.manifestLine + [UInt8(ascii: "\n")]
        if let text = letter.text {
            _ = try link(text)
            manifestLines += text.manifestLine + [UInt8(ascii: "\n")]
        }
        recordLines += record + [UInt8(ascii: "\n")]
        return .filed(path: path)
    }

    /// Writes the records, and adds them and the names to what is synced before `list`.
    func writeRecords(addingTo syncs: inout SyncGroup) throws {
        if recordLines.isEmpty { return }
        try bag.records.write(recordLines)
        syncs.add(bag.data)
        bag.records.add(to: &syncs)
    }

    /// Writes the lines of the manifest, durably when it returns.
    func list() throws { if !manifestLines.isEmpty { try bag.manifest.append(manifestLines) } }

    /// Takes back what this group did, in the order of recovery; needs no space, and no sync, because recovery would do
    /// the same after a power cut.
    func undo() throws(SystemFailure) {
        try bag.manifest.cut(to: manifestLength)
        for name in linked { try bag.data.remove(name) }
        linked = []
        try bag.records.cut(to: recordsLength)
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
