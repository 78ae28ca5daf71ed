import Foundation
import Records

extension InventedOffice {
    static let text = """
        Case Number: CM16-9999901
        IMR ISSUES, DECISIONS AND RATIONALES
        Shoulder pulley for home exercise: Upheld
        Decision rationale: The requested shoulder pulley is medically necessary.

        """

    /// The audit entries of two letters and a held file, with their records; the letters' files are put into the archive.
    static func letters(archive: String, hostile: Bool) throws -> [(entry: JSON, record: JSON?)] {
        let text = hostile ? Self.text + Self.hostile : Self.text
        var entries: [(entry: JSON, record: JSON?)] = []
        for (number, arrival) in arrivals.enumerated() {
            let path = "2026/11/20/data/letter-\(number).txt"
            try Data(text.utf8).write(to: URL(fileURLWithPath: archive + "/" + path))
            let name = hostile ? Self.hostile : "scan-\(number).txt"
            entries.append(
                (entry(number, "filed", arrival, name: name, path: path), record(text, number, hostile: hostile)))
        }
        var held = entry(2, "held", "01KAJB1N4T0000000000000003", name: hostile ? Self.hostile : "fax.pdf", path: nil)
            .members
        held.append(
            JSON.Member(
                "reason",
                .object([
                    "code": .string("S08"), "message": .string("The file is no final determination letter."),
                    "found": .string(hostile ? Self.hostile : "an invoice"),
                ])))
        return entries + [(.object(held), nil)]
    }

    private static func entry(_ number: Int, _ event: String, _ arrival: String, name: String, path: String?) -> JSON {
        .object([
            "seq": .integer(number), "time": .string("2026-11-20T16:04:1\(number).927Z"), "event": .string(event),
            "actor": .string("imrd"), "arrival": .string(arrival), "name": .string(name), "bytes": .integer(300),
            "sha256": .string(String(repeating: "\(number)", count: 64)),
            "received": .string("2026-11-20T16:04:1\(number).000Z"), "case": .string("CM16-999990\(number + 1)"),
            "decisions": .object(["upheld": .integer(1), "overturned": .integer(1)]), "path": .optional(path),
        ])
    }

    private static func record(_ text: String, _ number: Int, hostile: Bool) -> JSON {
        let start = Self.text.utf8.count - "The requested shoulder pulley is medically necessary.\n".utf8.count
        let treatment = hostile ? Self.hostile : "Physical therapy for the left shoulder, 8 sessions"
        func item(_ number: Int, _ treatment: String, _ decision: String) -> JSON {
            .object([
                "number": .integer(number), "treatment": .string(treatment), "requestInDispute": .string(treatment),
                "decision": .string(decision), "category": .string("Therapy"),
            ])
        }
        return .object([
            "layout": .string("L4b"), "mediaType": .string("text/plain"),
            "textSha256": .string(String(repeating: "\(number + 5)", count: 64)),
            "determination": .object([
                "caseNumber": .string("CM16-999990\(number + 1)"), "priority": .string("Standard"),
                "dates": .object(["decision": .string("2016-04-11")]),
                "items": .array([
                    item(1, treatment, "overturned"), item(2, "Shoulder pulley for home exercise", "upheld"),
                ]),
            ]),
            "findings": .array([
                .object([
                    "code": .string("D01"), "name": .string("decision-contradicts-rationale"),
                    "severity": .string("error"),
                    "message": .string(hostile ? Self.hostile : "Item 2 is upheld, but its rationale says otherwise."),
                    "expected": .string("upheld"), "found": .string("medically necessary"), "item": .integer(2),
                    "evidence": .array([
                        .object([
                            "start": .integer(start), "end": .integer(start + 40), "line": .integer(4),
                            "quote": .string("The requested shoulder pulley is"),
                        ])
                    ]),
                ]),
                .object([
                    "code": .string("D03"), "name": .string("overturned"), "severity": .string("notice"),
                    "message": .string("Item 1 is overturned."), "expected": .string(""), "found": .string(""),
                    "item": .integer(1), "evidence": .array([]),
                ]),
            ]),
        ])
    }
}
