/// Whom `imrd notify` tells, of what, and how; see Config/imrd.yaml for what each key means.
package struct NotifySettings: Hashable, Sendable {
    /// Where it remembers how far it has told.
    package var path: String
    /// A program and its arguments; empty for none.
    package var command: [String] = []
    /// Where to POST; empty for nowhere.
    package var url = ""
    /// Addresses of mail; empty for none.
    package var mail: [String] = []
    /// The address that mail comes from.
    package var mailFrom = "imrd@localhost"
    /// How mail leaves: `smtp://HOST`, `smtps://HOST`, or the path of a sendmail(8).
    package var mailThrough = "smtp://localhost"
    /// What is told.
    package var kinds = Notice.Kind.allCases
    /// When the daily digest is told, in minutes after midnight in the archive's time zone.
    package var digestMinute = 7 * 60
    /// Whether names of files and the reasons of held files are told, too.
    package var details = false

    /// The defaults, remembering at a place.
    package init(path: String) { self.path = path }
}
