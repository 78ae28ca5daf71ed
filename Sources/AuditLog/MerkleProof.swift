/// Proofs about an RFC 6962 tree: that a leaf is in it, and that a later tree only added leaves.
///
/// Source: RFC 6962, sections 2.1.1 and 2.1.2; the checks are those of RFC 9162, sections 2.1.3.2 and 2.1.4.2.
package enum MerkleProof {
    /// The root over some leaves.
    package static func root(of leaves: ArraySlice<TreeHash>) -> TreeHash {
        var tree = MerkleTree()
        for leaf in leaves { tree.append(leaf) }
        return tree.root
    }

    /// The hashes that lead from a leaf to the root, the lowest first.
    /// - Parameters:
    ///   - index: The place of the leaf, from 0; it must exist.
    ///   - leaves: All leaves of the tree.
    package static func inclusion(of index: Int, in leaves: ArraySlice<TreeHash>) -> [TreeHash] {
        guard leaves.count > 1 else { return [] }
        let middle = leaves.startIndex + leftCount(leaves.count)
        if index < middle - leaves.startIndex {
            return inclusion(of: index, in: leaves[..<middle]) + [root(of: leaves[middle...])]
        }
        return inclusion(of: index - (middle - leaves.startIndex), in: leaves[middle...]) + [
            root(of: leaves[..<middle])
        ]
    }

    /// The hashes that show that the tree over all leaves continues the tree over the first ones.
    /// - Parameters:
    ///   - size: The number of leaves of the old tree, at most that of the new.
    ///   - leaves: All leaves of the new tree.
    package static func consistency(from size: Int, to leaves: ArraySlice<TreeHash>) -> [TreeHash] {
        guard size > 0, size < leaves.count else { return [] }
        return subproof(size, leaves, whole: true)
    }

    /// Whether the hashes lead from the leaf at that place to the root of the tree of that size.
    package static func includes(
        _ leaf: TreeHash, at index: Int, size: Int, root: TreeHash, proof: [TreeHash]
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        var place = index
        var last = size - 1
        var node = leaf
        for hash in proof {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                node = .node(hash, node)
                skipRight(&place, &last)
            } else {
                node = .node(node, hash)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && node == root
    }

    /// Whether the hashes show that the new tree continues the old one.
    package static func continues(
        from old: (size: Int, root: TreeHash), to new: (size: Int, root: TreeHash), proof: [TreeHash]
    ) -> Bool {
        guard old.size >= 0, old.size <= new.size else { return false }
        if old.size == new.size { return proof.isEmpty && old.root == new.root }
        if old.size == 0 { return proof.isEmpty && old.root == .empty }
        // The old root itself starts the path when the old tree is one full subtree.
        var path = (old.size & (old.size - 1) == 0 ? [old.root] : [])[...] + proof
        guard let first = path.popFirst() else { return false }
        var place = old.size - 1
        var last = new.size - 1
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        var oldNode = first
        var newNode = first
        for hash in path {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                oldNode = .node(hash, oldNode)
                newNode = .node(hash, newNode)
                skipRight(&place, &last)
            } else {
                newNode = .node(newNode, hash)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && oldNode == old.root && newNode == new.root
    }

    /// Climbs over the levels where the node at the right edge has no sibling.
    private static func skipRight(_ place: inout Int, _ last: inout Int) {
        while place & 1 == 0, place != 0 {
            place >>= 1
            last >>= 1
        }
    }

    private static func subproof(_ size: Int, _ leaves: ArraySlice<TreeHash>, whole: Bool) -> [TreeHash] {
        if size == leaves.count { return whole ? [] : [root(of: leaves)] }
        let left = leftCount(leaves.count)
        let middle = leaves.startIndex + left
        if size <= left {
            return subproof(size, leaves[..<middle], whole: whole) + [root(of: leaves[middle...])]
        }
        return subproof(size - left, leaves[middle...], whole: false) + [root(of: leaves[..<middle])]
    }

    /// The largest power of two below a count of at least 2.
    private static func leftCount(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
