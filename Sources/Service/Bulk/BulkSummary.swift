import Records

/// What a bulk filing came to.
package struct BulkSummary: Sendable {
    /// How many files were found, with those that were left out.
    package internal(set) var files = 0
    /// How many letters were filed.
    package internal(set) var filed = 0
    /// How many had bytes that came twice in this run, or were filed by somebody else meanwhile.
    package internal(set) var duplicates = 0
    /// How many were filed before this run, and are left as they are.
    package internal(set) var skipped = 0
    /// How many originals were removed.
    package internal(set) var removed = 0
    var held: [(path: String, arrival: String, why: String)] = []
    var refused: [(path: String, why: String)] = []

    /// Whether every file is in the archive now.
    package var isWell: Bool { held.isEmpty && refused.isEmpty }

    /// How many files are done with.
    var done: Int { filed + duplicates + skipped + held.count + refused.count }

    /// One line for people.
    package var text: String {
        var parts = ["\(filed) filed", "\(duplicates) duplicates"]
        if skipped > 0 { parts.append("\(skipped) filed before") }
        parts.append("\(held.count) held")
        if !refused.isEmpty { parts.append("\(refused.count) left out") }
        if removed > 0 { parts.append("\(removed) originals removed") }
        return parts.joined(separator: ", ")
    }

    /// One object.
    package var json: String {
        JSON.object([
            "files": .integer(files), "filed": .integer(filed), "duplicates": .integer(duplicates),
            "skipped": .integer(skipped), "removed": .integer(removed),
            "held": .array(
                held.map {
                    .object(["file": .string($0.path), "arrival": .string($0.arrival), "why": .string($0.why)])
                }),
            "refused": .array(refused.map { .object(["file": .string($0.path), "why": .string($0.why)]) }),
        ]).line
    }
}
