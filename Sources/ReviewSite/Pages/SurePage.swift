import Register
import Review

/// What fills the question before something is done to a whole list.
struct SurePage {
    struct Field {
        let name: String
        let value: String
    }

    let question: String
    let button: String
    let fields: [Field]
    let back: String

    init(_ form: FormBody, _ keys: [RowKey], back: String) {
        let letters = Set(keys.map(\.letter)).count
        let act = form["act"] ?? ""
        button = "\(act.prefix(1).uppercased())\(act.dropFirst()) \(Wording.count(keys.count, "finding"))"
        question =
            "This concerns \(Wording.count(keys.count, "finding")) of \(Wording.count(letters, "letter")), and each gets a "
            + "line of its own in the audit log under your name."
        fields =
            ["act", "reason", "comment", "filter", "back", "scope"].compactMap { name in
                form[name].map { Field(name: name, value: $0) }
            } + [Field(name: "sure", value: String(keys.count))]
        self.back = back
    }
}
