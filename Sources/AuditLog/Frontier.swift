import Records

/// The state file `audit/frontier`: the tree's right edge after some line, and where that line ends.
///
/// It is derived: it is believed only where the lines after it lead to the signed root, so it is neither synced nor signed.
/// One line of JSON: `{"size":42,"file":"2026-11.jsonl","end":20480,"peaks":["…base 64…"]}`.
struct Frontier: Hashable {
    /// The tree.
    let tree: MerkleTree
    /// The file of the last line; empty when there is none.
    let file: String
    /// Where the last line ends in it.
    let end: Int64

    /// A frontier.
    init(tree: MerkleTree, file: String, end: Int64) {
        self.tree = tree
        self.file = file
        self.end = end
    }

    /// A frontier from the bytes of its file; nil when they are damaged.
    init?(reading bytes: [UInt8]) {
        guard let json = try? JSON(reading: bytes), let size = json["size"]?.integer, let file = json["file"]?.text,
            let end = json["end"]?.integer, end >= 0
        else { return nil }
        let peaks = (json["peaks"]?.elements ?? []).compactMap { $0.text.flatMap { Base64.decode($0) } }
            .compactMap { TreeHash($0) }
        guard let tree = MerkleTree(size: size, peaks: peaks) else { return nil }
        self.init(tree: tree, file: file, end: Int64(end))
    }

    /// The bytes of its file.
    var bytes: [UInt8] {
        JSON.object([
            "size": .integer(tree.size), "file": .string(file), "end": .integer(Int(end)),
            "peaks": .strings(tree.peaks.map { Base64.encode($0.bytes) }),
        ]).bytes + [0x0A]
    }
}
