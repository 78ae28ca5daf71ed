import Crypto
import Determinations
import LinuxSystem

extension Bag {
    /// Adds Payload-Oxum and the tag manifest; returns what forbids it, and then leaves the bag as it is.
    ///
    /// The bag is valid at every step: the Oxum is true as soon as it is there, and the tag manifest comes last. Doing it
    /// again after a kill, at any step, ends the same.
    func seal() throws(SystemFailure) -> [Damage] {
        let comparison = try compareWithManifest()
        let damage =
            comparison.damage + comparison.unlisted.map { payloadDamage($0, "is missing in the manifest") }
        guard damage.isEmpty else { return damage }
        var bytes: Int64 = 0
        for name in try data.names() { bytes += try data.status(of: name).size }
        let information = try folder.contents(of: Name.information) ?? BagText.information(of: day)
        try folder.place(
            BagText.withOxum(information, bytes: bytes, files: comparison.files), as: Name.information)
        var lines: [UInt8] = []
        for name in [Name.declaration, Name.information, Name.manifest, Name.records] {
            lines += BagText.manifestLine(try digest(of: name), name.description) + [UInt8(ascii: "\n")]
        }
        try folder.place(lines, as: Name.tagManifest)
        return []
    }

    private func digest(of name: FileName) throws(SystemFailure) -> [UInt8] {
        let file = try folder.openForReading(name)
        var hash = SHA256()
        while true {
            let piece = try file.read(upTo: 1 << 20)
            if piece.isEmpty { return Array(hash.finalize()) }
            hash.update(data: piece)
        }
    }
}
