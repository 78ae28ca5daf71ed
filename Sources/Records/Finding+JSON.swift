package import Determinations

extension Finding {
    /// The finding as records, lists and `imrd check` have it: `code` to `evidence`.
    package var json: JSON {
        .object([
            "code": .string(code), "name": .string(name), "severity": .string(severity.rawValue),
            "message": .string(message), "expected": .string(expected), "found": .string(found),
            "item": .optional(item),
            "evidence": .array(
                evidence.map { evidence in
                    .object([
                        "start": .integer(evidence.range.start), "end": .integer(evidence.range.end),
                        "line": .integer(evidence.line), "quote": .string(evidence.quote),
                    ])
                }),
        ])
    }
}
