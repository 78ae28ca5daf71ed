/// The right edge of an RFC 6962 Merkle tree: enough to add leaves and to tell the root, and no more.
///
/// It holds one hash for each bit that is set in the number of leaves, the largest subtree first, so that a log of a
/// million lines needs at most twenty.
package struct MerkleTree: Hashable, Sendable {
    /// The number of leaves.
    package private(set) var size: Int
    /// The roots of the full subtrees, the largest (leftmost) first.
    package private(set) var peaks: [TreeHash]

    /// The tree without leaves.
    package init() {
        size = 0
        peaks = []
    }

    /// A tree from its stored edge; nil when the number of hashes does not fit the size.
    package init?(size: Int, peaks: [TreeHash]) {
        guard size >= 0, peaks.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.peaks = peaks
    }

    /// Adds a leaf.
    package mutating func append(_ leaf: TreeHash) {
        var node = leaf
        // Each trailing one of the old size is a full subtree that the new leaf completes to one of twice its width.
        for _ in 0..<(~size).trailingZeroBitCount { node = .node(peaks.removeLast(), node) }
        peaks.append(node)
        size += 1
    }

    /// The root over all leaves.
    package var root: TreeHash {
        guard var root = peaks.last else { return .empty }
        for peak in peaks.dropLast().reversed() { root = .node(peak, root) }
        return root
    }
}
