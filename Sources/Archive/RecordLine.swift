import Determinations
import Records

/// What recovery must know of a line of `records.jsonl`: whose it is, and which files it stands for.
struct RecordLine {
    /// The letter's arrival.
    let arrival: ArrivalIdentifier
    /// The stem of the names of its files.
    let stem: String

    /// Reads a whole line; nil when it is no record of this bag.
    init?(_ line: ArraySlice<UInt8>, inBag bag: String) {
        guard let record = try? JSON(reading: line), let text = record["arrival"]?.text,
            let arrival = ArrivalIdentifier(text), let path = record["path"]?.text, path.hasPrefix(bag + "/data/"),
            let name = PayloadName(path.utf8.dropFirst(bag.utf8.count + 6))
        else { return nil }
        self.arrival = arrival
        stem = name.stem
    }

    /// The arrival of a torn line, when enough of it is there.
    static func arrival(near line: ArraySlice<UInt8>) -> ArrivalIdentifier? {
        let key = Array("\"arrival\":\"".utf8)
        for start in line.indices where line[start...].starts(with: key) {
            let characters = line[start...].dropFirst(key.count).prefix(26)
            return ArrivalIdentifier(String(decoding: characters, as: UTF8.self))
        }
        return nil
    }
}
