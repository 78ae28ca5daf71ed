import Mustache

/// The templates of all pages, parsed once.
struct Templates: Sendable {
    private let library: MustacheLibrary

    /// Every template by its name; the files stand in Assets/.
    static let files: KeyValuePairs<String, [UInt8]> = [
        "head": PackageResources.head_mustache, "foot": PackageResources.foot_mustache,
        "sure": PackageResources.sure_mustache, "note": PackageResources.note_mustache,
        "severity": PackageResources.severity_mustache, "finding-row": PackageResources.finding_row_mustache,
        "due": PackageResources.due_mustache, "acts": PackageResources.acts_mustache,
        "login": PackageResources.login_mustache, "notice": PackageResources.notice_mustache,
        "today": PackageResources.today_mustache, "anomalies": PackageResources.anomalies_mustache,
        "letter": PackageResources.letter_mustache, "deadlines": PackageResources.deadlines_mustache,
        "search": PackageResources.search_mustache, "held": PackageResources.held_mustache,
        "statistics": PackageResources.statistics_mustache, "log": PackageResources.log_mustache,
        "rules": PackageResources.rules_mustache, "rule": PackageResources.rule_mustache,
    ]

    init() throws {
        MustacheContentTypes.register(SafeText(), named: SafeText.name)
        var library = MustacheLibrary()
        for (name, bytes) in Self.files {
            let text = "{{% CONTENT_TYPE: \(SafeText.name) }}" + String(decoding: bytes, as: UTF8.self)
            try library.register(text, named: name)
        }
        self.library = library
    }

    /// A template filled from a value's stored properties.
    func render(_ name: String, _ value: Any) -> String { library.render(value, withTemplate: name) ?? "" }
}
