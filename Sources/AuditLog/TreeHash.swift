import Crypto

/// A hash in the Merkle tree: the 32 bytes of SHA-256.
///
/// Source: RFC 6962, section 2.1.
package struct TreeHash: Hashable, Sendable {
    /// The 32 bytes.
    package let bytes: [UInt8]

    /// A hash from its bytes; nil unless there are 32.
    package init?(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
        if self.bytes.count != 32 { return nil }
    }

    private init(digest: SHA256.Digest) { bytes = Array(digest) }

    /// The root of the tree without leaves: the hash of nothing.
    package static let empty = TreeHash(digest: SHA256.hash(data: [UInt8]()))

    /// The hash of a leaf: of 0x00 and the line without its newline.
    package static func leaf(_ line: some Sequence<UInt8>) -> TreeHash {
        TreeHash(digest: SHA256.hash(data: [0x00] + line))
    }

    /// The hash of an inner node: of 0x01 and both children.
    package static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        TreeHash(digest: SHA256.hash(data: [0x01] + left.bytes + right.bytes))
    }
}
