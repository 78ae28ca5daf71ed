import Crypto
import Determinations
import LinuxSystem
import Records

/// Verifies one bag of the archive: payload, manifest, records and the other tag files.
struct BagVerifier {
    private static let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    /// The tag files that the seal covers, in its order.
    private static let sealed = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "records.jsonl"]
    private static let seal = "tagmanifest-sha256.txt"

    private let bag: String
    private let entries: [FiledEntry]
    private var verdicts: [Verdict] = []
    /// The files in `data`, with the hashes of their bytes, and how many bytes they have together.
    private var payload: [String: String] = [:]
    private var payloadSize = 0

    static func verify(
        _ bag: String, _ folder: borrowing Descriptor, _ entries: [FiledEntry], _ progress: () -> Void
    ) throws -> [Verdict] {
        var verifier = BagVerifier(bag: bag, entries: entries)
        try verifier.verify(folder, progress)
        return verifier.verdicts
    }

    private init(bag: String, entries: [FiledEntry]) {
        self.bag = bag
        self.entries = entries
    }

    private mutating func verify(_ folder: borrowing Descriptor, _ progress: () -> Void) throws {
        for name in try folder.names() {
            let text = String(decoding: name.bytes, as: UTF8.self)
            let kind = try folder.status(of: name).kind
            let belongs =
                text == "data" ? kind == .folder : (Self.sealed + [Self.seal]).contains(text) && kind == .regular
            if !belongs { report(.unlisted, text, "Nothing of that name belongs in a bag.") }
        }
        try readPayload(folder, progress)
        var tags: [String: [UInt8]] = [:]
        for name in Self.sealed {
            guard let content = try folder.contents(of: FileName(name)) else {
                report(.missing, name, "The bag has no such file.")
                continue
            }
            tags[name] = content
        }
        let sealText = try folder.contents(of: FileName(Self.seal))
        if let text = tags["bagit.txt"], text != Array(Self.declaration.utf8) {
            report(.altered, "bagit.txt", "It is not that of a bag.")
        }
        if let text = tags["bag-info.txt"] { verifyInformation(text, isSealed: sealText != nil) }
        verifyManifest(tags["manifest-sha256.txt"] ?? [])
        if let records = tags["records.jsonl"] { verifyRecords(records) }
        if let sealText { verifySeal(sealText, tags) }
    }

    private mutating func report(
        _ kind: Verdict.Kind, _ file: String, line: Int? = nil, _ sentence: String, seq: Int? = nil
    ) {
        verdicts.append(
            Verdict(kind, file: FileName("\(bag)/\(file)").description, line: line, seq: seq, sentence))
    }

    // MARK: Payload

    /// Hashes the files below `data`; what is no regular file is reported.
    private mutating func readPayload(_ folder: borrowing Descriptor, _ progress: () -> Void) throws {
        guard try folder.has(FileName("data")) else { return report(.missing, "data", "The bag has no payload.") }
        let data = try folder.folder(FileName("data"))
        for name in try data.names() {
            let text = String(decoding: name.bytes, as: UTF8.self)
            guard try data.status(of: name).kind == .regular else {
                report(.unlisted, "data/\(text)", "Only files belong here.")
                continue
            }
            let file = try data.openForReading(name)
            var hash = SHA256()
            while true {
                let chunk = try file.read(upTo: 1 << 18)
                if chunk.isEmpty { break }
                hash.update(data: chunk)
                payloadSize += chunk.count
            }
            payload[text] = hexadecimal(hash.finalize())
            progress()
        }
    }

    /// The name of an entry's file below `data`.
    private func name(_ entry: FiledEntry) -> String { String(entry.path.dropFirst(bag.utf8.count + 6)) }

    // MARK: Manifest

    private mutating func verifyManifest(_ bytes: [UInt8]) {
        let file = "manifest-sha256.txt"
        let lines = lines(of: bytes, file).map { Self.manifestLine($0, prefix: "data/") }
        // Beside each letter that is no text stands its text.
        let expected = entries.flatMap { entry in
            let name = name(entry)
            return name.hasSuffix(".txt") ? [name] : [name, (name.split(separator: ".").first ?? "") + ".txt"]
        }
        compareOrder(file, expected, lines.map { $0?.name })
        let filed = Dictionary(entries.map { (name($0), $0) }) { first, _ in first }
        for (index, line) in lines.enumerated() {
            guard let line, let hash = payload[line.name] else { continue }
            if let entry = filed[line.name], line.hash != entry.sha256 {
                report(.altered, file, line: index + 1, "This is not the hash that was filed.", seq: entry.seq)
            } else if filed[line.name] == nil, hash != line.hash {
                report(.altered, "data/\(line.name)", "Its bytes are not those the manifest names.")
            }
        }
        for entry in entries {
            guard let hash = payload[name(entry)] else {
                report(.missing, "data/\(name(entry))", "The log says it was filed.", seq: entry.seq)
                continue
            }
            if hash != entry.sha256 {
                report(.altered, "data/\(name(entry))", "Its bytes are not those that were filed.", seq: entry.seq)
            }
        }
        let listed = Set(lines.compactMap { $0?.name })
        for name in listed where payload[name] == nil && filed[name] == nil {
            report(.missing, "data/\(name)", "The manifest names it, and it is not here.")
        }
        for name in payload.keys where !listed.contains(name) {
            report(.unlisted, "data/\(name)", "The manifest does not name this file.")
        }
    }

    /// Sixty-four digits, two blanks, and a path, as sha256sum(1) writes it; the name is what follows the prefix.
    private static func manifestLine(_ line: ArraySlice<UInt8>, prefix: String) -> (hash: String, name: String)? {
        let hash = line.prefix(64)
        guard hash.count == 64, hash.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
            line.dropFirst(64).starts(with: ("  " + prefix).utf8), line.count > 66 + prefix.utf8.count
        else { return nil }
        return (
            String(decoding: hash, as: UTF8.self),
            String(decoding: line.dropFirst(66 + prefix.utf8.count), as: UTF8.self)
        )
    }

    // MARK: Records

    private mutating func verifyRecords(_ bytes: [UInt8]) {
        let file = "records.jsonl"
        let lines = lines(of: bytes, file)
        let arrivals = lines.map { (try? JSON(reading: $0))?["arrival"]?.text }
        compareOrder(file, entries.map(\.arrival), arrivals)
        let filed = Dictionary(entries.map { ($0.arrival, $0) }) { first, _ in first }
        for (index, line) in lines.enumerated() {
            guard let entry = arrivals[index].flatMap({ filed[$0] }) else { continue }
            if hexadecimal(SHA256.hash(data: line)) != entry.record {
                report(.altered, file, line: index + 1, "This is not the record that was filed.", seq: entry.seq)
            }
        }
    }

    // MARK: Tag files

    private mutating func verifyInformation(_ bytes: [UInt8], isSealed: Bool) {
        let day = bag.split(separator: "/").joined(separator: "-")
        let open = """
            Bag-Software-Agent: imrd
            Bagging-Date: \(day)
            External-Description: IMR final determination letters received on \(day)

            """
        let closed = open + "Payload-Oxum: \(payloadSize).\(payload.count)\n"
        // The sum is added just before the seal, and a kill can come between the two.
        if bytes != Array(closed.utf8), isSealed || bytes != Array(open.utf8) {
            report(.altered, "bag-info.txt", "It is not that of this bag, or its Payload-Oxum is not true.")
        }
    }

    private mutating func verifySeal(_ bytes: [UInt8], _ tags: [String: [UInt8]]) {
        let lines = lines(of: bytes, Self.seal).map { Self.manifestLine($0, prefix: "") }
        compareOrder(Self.seal, Self.sealed, lines.map { $0?.name })
        for (index, line) in lines.enumerated() {
            guard let line, let content = tags[line.name] else { continue }
            if hexadecimal(SHA256.hash(data: content)) != line.hash {
                report(.altered, Self.seal, line: index + 1, "\(line.name) is not as it was sealed.")
            }
        }
    }

    // MARK: Lines

    /// The lines of a file; one that lost its newline is reported.
    private mutating func lines(of bytes: [UInt8], _ file: String) -> [ArraySlice<UInt8>] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty ?? true {
            lines = lines.dropLast()
        } else {
            report(.cutShort, file, line: lines.count, "This line has lost its end.")
        }
        return lines
    }

    /// Compares what the lines of a file are about, nil for a line that is none, with what they must be about, in order.
    private mutating func compareOrder(_ file: String, _ expected: [String], _ found: [String?]) {
        let before = verdicts.count
        let wanted = Set(expected)
        var seen: Set<String> = []
        for (index, key) in found.enumerated() {
            switch key {
            case nil: report(.altered, file, line: index + 1, "This is no line of such a file.")
            case let key? where !wanted.contains(key):
                report(.unlisted, file, line: index + 1, "Nothing in the log stands for this line.")
            case let key?:
                if !seen.insert(key).inserted {
                    report(.inserted, file, line: index + 1, "This line stands here a second time.")
                }
            }
        }
        for key in expected where !seen.contains(key) {
            report(.missing, file, "There is no line for \(FileName(key)).")
        }
        if verdicts.count == before, let place = zip(found, expected).enumerated().first(where: { $1.0 != $1.1 }) {
            report(.altered, file, line: place.offset + 1, "The lines do not stand in the order of the log.")
        }
    }
}
