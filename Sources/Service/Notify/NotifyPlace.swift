import Determinations
import LinuxSystem
import Records

/// How far one target has been told, durably.
struct NotifyPlace: Hashable, Sendable {
    /// The number of the next line to be looked at.
    var seq: Int
    /// When the line before it was logged, by which another log in its place is known; empty where there is none.
    var time: String
    /// What the next digest will say.
    var digest = Digest()
    /// The day of the last digest.
    var digestDay: String

    /// A place at a line, on the day of the first start: what was logged before is not told.
    init(seq: Int, time: String, digestDay: String) {
        self.seq = seq
        self.time = time
        self.digestDay = digestDay
    }

    /// The place that was remembered; nil when there is none.
    init?(in folder: borrowing Descriptor, target: String) throws {
        guard let bytes = try folder.content(of: Self.name(target), upTo: 1 << 16),
            let json = try? JSON(reading: bytes), let seq = json["seq"]?.integer, let time = json["time"]?.text,
            let day = json["digestDay"]?.text
        else { return nil }
        self.init(seq: seq, time: time, digestDay: day)
        digest = Digest(json["digest"])
    }

    /// Remembers it: after a crash it is this one.
    func remember(in folder: borrowing Descriptor, target: String) throws {
        let json = JSON.object([
            "seq": .integer(seq), "time": .string(time), "digestDay": .string(digestDay), "digest": digest.json,
        ])
        try folder.replaceContent(of: Self.name(target), with: json.bytes)
    }

    private static func name(_ target: String) -> FileName { FileName(target + ".json") }
}
