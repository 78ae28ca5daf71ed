import Determinations
import LinuxSystem

/// Verifies the archive against what the audit log says was filed.
///
/// Every filed path exists with its hash; every bag's manifest and records have a line for each of its letters, in the order of
/// the log, and no other; the tag files are those of a bag, sealed or not; and nothing else stands there. While something is
/// being filed the newest letters may look unlisted: ask again, and believe only what both answers say.
package struct ArchiveVerifier {
    private var verdicts: [Verdict] = []

    /// Compares an archive with the filed entries.
    /// - Parameters:
    ///   - path: The archive's folder.
    ///   - entries: What the log says, in its order; read it from a log that was verified.
    ///   - bags: The only bags that are looked at, such as `2026/11/21`; nil for all.
    ///   - progress: Told of each file that was read.
    /// - Throws: `SystemFailure` when a file cannot be read.
    package static func verify(
        archive path: String, entries: [FiledEntry], only bags: Set<String>? = nil, progress: () -> Void = {}
    ) throws -> [Verdict] {
        var verifier = ArchiveVerifier()
        let expected = verifier.byBag(entries).filter { bags?.contains($0.key) ?? true }
        let archive = try Descriptor.folder(path)
        var days: Set<String> = []
        for year in try verifier.folders(in: archive, "", digits: 4) {
            let yearFolder = try archive.folder(FileName(year))
            for month in try verifier.folders(in: yearFolder, year + "/", digits: 2) {
                let monthFolder = try yearFolder.folder(FileName(month))
                for day in try verifier.folders(in: monthFolder, "\(year)/\(month)/", digits: 2) {
                    let bag = "\(year)/\(month)/\(day)"
                    days.insert(bag)
                    if !(bags?.contains(bag) ?? true) { continue }
                    verifier.verdicts += try BagVerifier.verify(
                        bag, monthFolder.folder(FileName(day)), expected[bag] ?? [], progress)
                }
            }
        }
        for (bag, entries) in expected where !days.contains(bag) {
            for entry in entries { verifier.report(.missing, entry.path, "Its whole bag is missing.", seq: entry.seq) }
        }
        return verifier.verdicts.sorted {
            ($0.file, $0.line ?? 0, $0.kind.rawValue) < ($1.file, $1.line ?? 0, $1.kind.rawValue)
        }
    }

    /// The entries by the bag that their path names; a path that leads elsewhere is reported and never opened.
    private mutating func byBag(_ entries: [FiledEntry]) -> [String: [FiledEntry]] {
        var bags: [String: [FiledEntry]] = [:]
        for entry in entries {
            let parts = entry.path.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 5, parts[3] == "data", Self.isDay(parts[..<3]), ![".", "..", ""].contains(parts[4])
            else {
                report(.missing, entry.path, "The entry's path is none of the archive's.", seq: entry.seq)
                continue
            }
            bags[parts[..<3].joined(separator: "/"), default: []].append(entry)
        }
        return bags
    }

    private static func isDay(_ parts: ArraySlice<Substring>) -> Bool {
        zip(parts, [4, 2, 2]).allSatisfy { isNumber($0, $1) }
    }

    private static func isNumber(_ text: some StringProtocol, _ digits: Int) -> Bool {
        text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private mutating func report(_ kind: Verdict.Kind, _ file: String, _ sentence: String, seq: Int? = nil) {
        verdicts.append(Verdict(kind, file: FileName(file).description, seq: seq, sentence))
    }

    /// The folders of years, months or days; anything else there is reported.
    private mutating func folders(
        in folder: borrowing Descriptor, _ prefix: String, digits: Int
    ) throws -> [String] {
        var found: [String] = []
        for name in try folder.names() {
            let text = String(decoding: name.bytes, as: UTF8.self)
            if try Self.isNumber(text, digits) && folder.status(of: name).kind == .folder {
                found.append(text)
            } else {
                report(.unlisted, prefix + text, "Nothing of that name belongs here.")
            }
        }
        return found.sorted()
    }
}
