package import Determinations

/// What showed that a file was whole, the strongest first.
package enum CompletenessProof: String, Hashable, Sendable {
    /// It was moved into the inbox under its name, and nobody was seen writing it.
    case rename
    /// Nobody has it open for writing, and it stayed unchanged for the quiet period.
    case lease
    /// It stayed unchanged for the quiet period; who has it open could not be asked.
    case quiet
}

/// A file that is ours: it stands under its identifier in the private folder, and its bytes were read once.
package struct Claim: Hashable, Sendable {
    /// The number of this arrival, and the file's name in the private folder.
    package let identifier: ArrivalIdentifier
    /// The subfolder it was dropped into; nil for the inbox itself.
    package let source: FileName?
    /// The name the sender gave it.
    package let name: FileName
    /// What showed that it was whole.
    package let proof: CompletenessProof
    /// When it was claimed, in milliseconds since 1970.
    package let received: Int64
    /// Its content.
    package let bytes: [UInt8]
    /// The filesystem it is on.
    package let device: UInt64
    /// Its number on that filesystem.
    package let inode: UInt64

    /// A claim from its parts, for an arrival whose file stands in the private folder no more.
    package init(
        identifier: ArrivalIdentifier, source: FileName?, name: FileName, proof: CompletenessProof, received: Int64,
        bytes: [UInt8], device: UInt64 = 0, inode: UInt64 = 0
    ) {
        self.identifier = identifier
        self.source = source
        self.name = name
        self.proof = proof
        self.received = received
        self.bytes = bytes
        self.device = device
        self.inode = inode
    }
}
