/// A link in the head of a page: the same as a file.
struct ExportLink {
    let address: String
    let name: String

    /// The endings under which a list is there too.
    static func all(_ path: String, _ query: String, calendar: Bool = false) -> [ExportLink] {
        let endings = (calendar ? [("ics", "Calendar")] : []) + [("csv", "CSV"), ("json", "JSON")]
        return endings.map { ExportLink(address: "\(path).\($0.0)\(query.isEmpty ? "" : "?" + query)", name: $0.1) }
    }
}

/// One of several views of a list.
struct Tab {
    let address: String
    let name: String
    let isHere: Bool
    var figure: String?
    /// The symbol before the name. A field that the frame has as well would show the frame's where this one is nil.
    var shape: String?
}

/// A choice in a form.
struct Option {
    let value: String
    let text: String
    var isChosen = false
}

/// A field with choices.
struct Selection {
    let name: String
    let label: String
    let options: [Option]
}

/// A piece of a text, marked or not.
struct Piece {
    let text: String
    var isMarked = false
}
