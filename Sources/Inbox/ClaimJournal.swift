import Determinations
import LinuxSystem
import Records
import SystemPackage

/// What the private folder's names do not tell: who dropped each claimed file, and under which name.
///
/// One JSON object per line, written before the file is moved: `arrival`, `source` and `name` (escaped, for people),
/// `sourceBytes` and `nameBytes` (hexadecimal, exact), `proof`, `received`. Every line begins and ends with a newline, so
/// that one torn by a crash or a full disk spoils no other; lines that cannot be read are passed over.
struct ClaimJournal: ~Copyable {
    /// What is noted about one arrival.
    struct Note {
        let entry: InboxEntry
        let proof: CompletenessProof
        let received: Int64
    }

    private let file: Descriptor

    init(in folder: borrowing Descriptor) throws(SystemFailure) {
        let options: FileDescriptor.OpenOptions = [.create, .append]
        let flags = FileDescriptor.AccessMode.readWrite.rawValue | options.rawValue
        file = try folder.open(FileName("claims.jsonl"), flags, mode: 0o600)
    }

    func append(_ identifier: ArrivalIdentifier, _ note: Note) throws(SystemFailure) {
        var line: [UInt8] = [0x0A]
        JSON.object([
            "arrival": .string(identifier.description),
            "source": .optional(note.entry.source?.description),
            "name": .string(note.entry.name.description),
            "sourceBytes": .optional(note.entry.source.map { Hexadecimal.text($0.bytes) }),
            "nameBytes": .string(Hexadecimal.text(note.entry.name.bytes)),
            "proof": .string(note.proof.rawValue),
            "received": .integer(Int(note.received)),
        ]).write(to: &line)
        line.append(0x0A)
        try file.write(line)
    }

    /// All notes that can be read; of two about one arrival the later counts.
    func notes() throws(SystemFailure) -> [ArrivalIdentifier: Note] {
        let bytes = try file.read(at: 0, upTo: Int(try file.status().size))
        var notes: [ArrivalIdentifier: Note] = [:]
        for line in bytes.split(separator: 0x0A) {
            guard let object = try? JSON(reading: line), let arrival = object["arrival"]?.text,
                let identifier = ArrivalIdentifier(arrival),
                let name = object["nameBytes"]?.text.flatMap(Hexadecimal.bytes),
                let proof = object["proof"]?.text.flatMap(CompletenessProof.init),
                let received = object["received"]?.integer
            else { continue }
            let source = object["sourceBytes"]?.text.flatMap(Hexadecimal.bytes)
            let entry = InboxEntry(source: source.map { FileName($0) }, name: FileName(name))
            notes[identifier] = Note(entry: entry, proof: proof, received: Int64(received))
        }
        return notes
    }

    func forget() throws(SystemFailure) { try file.truncate(to: 0) }
}
