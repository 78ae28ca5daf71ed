import Determinations
import LinuxSystem

/// How the files in `data/` and the lines of the manifest differ.
struct PayloadComparison {
    /// Files that no line names.
    var unlisted: [FileName] = []
    /// Lines that are malformed, doubled, or name no file.
    var damage: [Damage] = []
    /// How many files are listed and there.
    var files = 0
}

extension Bag {
    /// Compares names only, not content.
    func compareWithManifest() throws(SystemFailure) -> PayloadComparison {
        var comparison = PayloadComparison()
        var listed: Set<FileName> = []
        try manifest.forEachLine { line in
            guard line.isWhole, let name = BagText.payloadName(inManifestLine: line.bytes) else {
                comparison.damage.append(manifestDamage("is no line of a manifest at byte \(line.offset)"))
                return
            }
            if !listed.insert(name).inserted { comparison.damage.append(manifestDamage("names a file twice: \(name)")) }
        }
        for name in try data.names() {
            if listed.remove(name) != nil { comparison.files += 1 } else { comparison.unlisted.append(name) }
        }
        comparison.damage += listed.map { manifestDamage("names a file that is missing: \($0)") }
        return comparison
    }

    func manifestDamage(_ what: String) -> Damage { Damage(path: path + "/" + Name.manifest.description, what: what) }
    func recordsDamage(_ what: String) -> Damage { Damage(path: path + "/" + Name.records.description, what: what) }
    func payloadDamage(_ name: FileName, _ what: String) -> Damage {
        Damage(path: path + "/data/" + name.description, what: what)
    }
}
