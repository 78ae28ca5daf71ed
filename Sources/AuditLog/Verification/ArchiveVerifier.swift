import Crypto
import Determinations
import LinuxSystem

/// Verifies the archive against what the audit log says was filed.
///
/// Every filed path exists with its hash and stands in its bag's manifest; every file in `data` is named by the manifest,
/// and every line of the manifest by an entry (the text `<stem>.txt` beside `<stem>.pdf` belongs to the same entry);
/// nothing else stands there. Call it while nothing is being filed.
package struct ArchiveVerifier {
    private static let tagFiles: Set<String> = [
        "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "records.jsonl",
    ]
    private var verdicts: [Verdict] = []

    /// Compares an archive with the filed entries.
    /// - Parameters:
    ///   - path: The archive's folder.
    ///   - entries: What the log says; read it from a log that was verified.
    /// - Throws: `SystemFailure` when a file cannot be read.
    package static func verify(archive path: String, entries: [FiledEntry]) throws -> [Verdict] {
        var verifier = ArchiveVerifier()
        var bags: [String: [FiledEntry]] = [:]
        for entry in entries {
            let parts = entry.path.split(separator: "/", omittingEmptySubsequences: false)
            // A path that leads elsewhere is never opened.
            guard parts.count == 5, parts[3] == "data", isDay(parts[..<3]), ![".", "..", ""].contains(parts[4]) else {
                verifier.report(.missing, entry.path, "The entry's path is none of the archive's.", seq: entry.seq)
                continue
            }
            bags[parts[..<3].joined(separator: "/"), default: []].append(entry)
        }
        let archive = try Descriptor.folder(path)
        var days: Set<String> = []
        for year in try verifier.folders(in: archive, "", digits: 4) {
            let yearFolder = try archive.folder(FileName(year))
            for month in try verifier.folders(in: yearFolder, year + "/", digits: 2) {
                let monthFolder = try yearFolder.folder(FileName(month))
                for day in try verifier.folders(in: monthFolder, "\(year)/\(month)/", digits: 2) {
                    let bag = "\(year)/\(month)/\(day)"
                    days.insert(bag)
                    try verifier.verify(bag, monthFolder.folder(FileName(day)), bags[bag] ?? [])
                }
            }
        }
        for (bag, entries) in bags where !days.contains(bag) {
            for entry in entries { verifier.report(.missing, entry.path, "Its whole bag is missing.", seq: entry.seq) }
        }
        return verifier.verdicts.sorted { ($0.file, $0.kind.rawValue) < ($1.file, $1.kind.rawValue) }
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

    private mutating func verify(_ bag: String, _ folder: borrowing Descriptor, _ entries: [FiledEntry]) throws {
        for name in try folder.names() {
            let text = String(decoding: name.bytes, as: UTF8.self)
            let kind = try folder.status(of: name).kind
            let belongs = text == "data" ? kind == .folder : Self.tagFiles.contains(text) && kind == .regular
            if !belongs { report(.unlisted, "\(bag)/\(text)", "Nothing of that name belongs in a bag.") }
        }
        let manifest = try self.manifest(of: bag, in: folder)
        let found = try self.payload(of: bag, in: folder)
        for (name, hash) in found {
            guard let listed = manifest[name] else {
                report(.unlisted, "\(bag)/data/\(name)", "The manifest does not name this file.")
                continue
            }
            if listed != hash { report(.altered, "\(bag)/data/\(name)", "Its bytes are not those the manifest names.") }
        }
        var named: Set<String> = []
        for entry in entries {
            let name = String(entry.path.dropFirst(bag.utf8.count + "/data/".utf8.count))
            named.insert(name)
            if let dot = name.lastIndex(of: ".") { named.insert(name[..<dot] + ".txt") }
            guard let hash = found[name] else {
                report(.missing, entry.path, "The log says it was filed, and it is not here.", seq: entry.seq)
                continue
            }
            if hash != entry.sha256 {
                report(.altered, entry.path, "Its bytes are not those that were filed.", seq: entry.seq)
            }
            if manifest[name] != entry.sha256 {
                report(
                    .altered, "\(bag)/manifest-sha256.txt", "It does not name \(name) with the hash filed.",
                    seq: entry.seq)
            }
        }
        for name in manifest.keys {
            if found[name] == nil, !entries.contains(where: { $0.path == "\(bag)/data/\(name)" }) {
                report(.missing, "\(bag)/data/\(name)", "The manifest names it, and it is not here.")
            }
            if !named.contains(name) {
                report(.unlisted, "\(bag)/data/\(name)", "The manifest names it, and no entry of the log does.")
            }
        }
    }

    /// The names below `data` that the manifest lists, with their hashes.
    private mutating func manifest(of bag: String, in folder: borrowing Descriptor) throws -> [String: String] {
        let name = FileName("manifest-sha256.txt")
        guard try folder.has(name) else {
            report(.missing, "\(bag)/\(name)", "The bag has no manifest.")
            return [:]
        }
        let file = try folder.openForReading(name)
        let text = String(decoding: try file.read(upTo: Int(file.status().size)), as: UTF8.self)
        var listed: [String: String] = [:]
        for (index, line) in text.split(separator: "\n").enumerated() {
            // Sixty-four digits, two characters, "data/" and a name, as sha256sum writes and reads them.
            let hash = String(line.prefix(64))
            let rest = line.dropFirst(64)
            guard rest.hasPrefix("  data/") || rest.hasPrefix(" *data/"), rest.utf8.count > 7 else {
                verdicts.append(
                    Verdict(.altered, file: "\(bag)/\(name)", line: index + 1, "This is no line of a manifest."))
                continue
            }
            listed[String(rest.dropFirst(7))] = hash
        }
        return listed
    }

    /// The files below `data`, with the hashes of their bytes; what is no regular file is reported.
    private mutating func payload(of bag: String, in folder: borrowing Descriptor) throws -> [String: String] {
        guard try folder.has(FileName("data")) else { return [:] }
        let data = try folder.folder(FileName("data"))
        var found: [String: String] = [:]
        for name in try data.names() {
            let text = String(decoding: name.bytes, as: UTF8.self)
            guard try data.status(of: name).kind == .regular else {
                report(.unlisted, "\(bag)/data/\(text)", "Only files belong here.")
                continue
            }
            let file = try data.openForReading(name)
            var hash = SHA256()
            while true {
                let chunk = try file.read(upTo: 1 << 18)
                if chunk.isEmpty { break }
                hash.update(data: chunk)
            }
            found[text] = hexadecimal(hash.finalize())
        }
        return found
    }
}
