import LinuxSystem

/// A file of a letter, written into an inode of our own that has no name yet: it vanishes unless it is linked.
final class UnnamedFile {
    let descriptor: Descriptor
    let name: PayloadName
    let bytes: [UInt8]
    let manifestLine: [UInt8]

    init(_ bytes: [UInt8], sha256: [UInt8], as name: PayloadName, in data: borrowing Descriptor) throws(SystemFailure) {
        descriptor = try data.unnamedFile()
        self.name = name
        self.bytes = bytes
        manifestLine = BagText.manifestLine(sha256, "data/" + name.description)
        try descriptor.write(bytes)
        // On ext4 this lets the syncs share one journal commit: without it every sync allocates, and commits, on its own.
        descriptor.startWriting()
    }
}

/// A letter's one or two files.
struct UnnamedLetter {
    let original: UnnamedFile
    let text: UnnamedFile?

    init(_ filing: Filing, in data: borrowing Descriptor) throws(SystemFailure) {
        let name = PayloadName(caseNumber: filing.caseNumber, sha256: filing.sha256, kind: filing.kind)
        original = try UnnamedFile(filing.original, sha256: filing.sha256, as: name, in: data)
        if let bytes = filing.text {
            text = try UnnamedFile(
                bytes, sha256: Digest.of(bytes), as: PayloadName(textBeside: name), in: data)
        } else {
            text = nil
        }
    }

    /// Adds its files to those that are synced together.
    func addFiles(to syncs: inout SyncGroup) {
        syncs.add(original.descriptor)
        if let text { syncs.add(text.descriptor) }
    }
}
