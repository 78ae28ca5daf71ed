import Records

/// What became of an arrival, in a few words.
enum OutcomeText {
    /// The words for an audit entry; nil for one that ends no arrival.
    static func of(_ entry: JSON) -> String? {
        switch entry["event"]?.text {
        case "filed": "filed as \(entry["path"]?.text ?? "?")"
        case "duplicate": "duplicate of \(entry["path"]?.text ?? "?")"
        case "held": "held: \(reason(entry["reason"] ?? .null))"
        case "discarded": "discarded"
        default: nil
        }
    }

    /// Why something is held: the sentence, and what was found.
    static func reason(_ reason: JSON) -> String {
        let found = reason["found"]?.text.map { " (\($0))" } ?? ""
        return Terminal.safe((reason["message"]?.text ?? "no reason") + found)
    }
}
