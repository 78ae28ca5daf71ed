import AuditLog
import Testing

@Suite("MerkleTree and MerkleProof")
struct MerkleTreeTests {
    /// The leaves of the reference tests of Certificate Transparency.
    static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        [0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F],
    ]

    @Test(
        "the roots are those of the reference implementation",
        arguments: [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
            (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
            (4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
            (5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
            (6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
            (7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
            (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        ])
    func knownRoots(count: Int, root: String) {
        var tree = MerkleTree()
        for leaf in Self.leaves.prefix(count) { tree.append(.leaf(leaf)) }
        #expect(hexadecimal(tree.root.bytes) == root)
        #expect(MerkleTree(size: count, peaks: tree.peaks)?.root == tree.root)
        #expect(MerkleTree(size: count, peaks: tree.peaks + [.empty]) == nil)
    }

    @Test("every leaf of every tree up to 64 is proved, and no other leaf, place or size is")
    func inclusion() {
        let all = (0..<64).map { TreeHash.leaf([UInt8($0)]) }
        for size in 1...64 {
            let leaves = all[..<size]
            let root = MerkleProof.root(of: leaves)
            for index in 0..<size {
                let proof = MerkleProof.inclusion(of: index, in: leaves)
                func holds(_ leaf: TreeHash, _ index: Int, _ size: Int, _ proof: [TreeHash]) -> Bool {
                    MerkleProof.includes(leaf, at: index, size: size, root: root, proof: proof)
                }
                #expect(holds(all[index], index, size, proof))
                #expect(!holds(.empty, index, size, proof))
                #expect(!holds(all[index], index + 1, size, proof))
                #expect(!holds(all[index], index, size, proof + [.empty]))
                if !proof.isEmpty { #expect(!holds(all[index], index, size, Array(proof.dropLast()))) }
            }
        }
    }

    @Test("every tree up to 64 continues every smaller one, and none that was changed")
    func consistency() {
        let all = (0..<64).map { TreeHash.leaf([UInt8($0)]) }
        for size in 0...64 {
            let new = (size: size, root: MerkleProof.root(of: all[..<size]))
            for old in 0...size {
                let former = (size: old, root: MerkleProof.root(of: all[..<old]))
                let proof = MerkleProof.consistency(from: old, to: all[..<size])
                #expect(MerkleProof.continues(from: former, to: new, proof: proof))
                let other = TreeHash.leaf([0xFF])
                #expect(!MerkleProof.continues(from: (old, other), to: new, proof: proof))
                if old > 0 { #expect(!MerkleProof.continues(from: former, to: (size, other), proof: proof)) }
                #expect(!MerkleProof.continues(from: former, to: new, proof: proof + [other]))
            }
        }
    }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
