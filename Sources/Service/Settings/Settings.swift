package import Deadlines
package import Determinations
package import Review

/// Everything that can be configured, with its default; see Config/imrd.yaml for what each key means.
package struct Settings: Hashable, Sendable {
    /// Where everything stands.
    package var locations: Locations
    /// How long a file must be unchanged before it is taken, in milliseconds.
    package var quietPeriod = 2000
    /// How often the inbox is scanned whatever the watcher says, in seconds.
    package var scanInterval = 60
    /// The largest file that is read, in bytes.
    package var largestFile = 64 << 20
    /// File names that say "not yet".
    package var ignoredNames = [".*", "*.part", "*.tmp", "*.filepart", "*.crdownload", "~$*"]
    /// The time zone whose day is the day of receipt.
    package var timeZone = "America/Los_Angeles"
    /// The name under which checkpoints are signed.
    package var origin = "imrd"
    /// The file of the key that signs checkpoints, when systemd hands one over; nil for the key in the log folder.
    package var signingKey: String?
    /// How many letters are read at the same time; 0 means one for each processor.
    package var readers = 0
    /// The path of pdftotext; empty means the one found in PATH.
    package var pdftotext = ""
    /// Whether scans are read by OCR, where tesseract and pdftoppm are installed.
    package var readsScans = true
    /// Codes of rules that run although they are off by default.
    package var rulesOn: [String] = []
    /// Codes of rules that do not run.
    package var rulesOff: [String] = []
    /// Severities that rules get instead of their own, by code.
    package var ruleSeverities: [String: Severity] = [:]
    /// Users whose processes may say on whose behalf they ask the daemon for something: the review site's.
    package var trustedUsers = ["imrd-serve"]
    /// The holidays that are no working days.
    package var holidays = HolidaySet.strict
    /// Further days on which the office is closed.
    package var closures: [CalendarDate] = []
    /// Whether letters are served by mail, which makes the period for a petition five days longer.
    package var isServedByMail = false
    /// Whether a missing inbox is made at start; so below `--root`, but not where a configuration names a folder.
    package var makesInbox = false
    /// Whether the watcher runs; without it the periodic scan finds every file.
    package var watches = true

    /// Whom `imrd notify` tells, of what, and how.
    package var notify: NotifySettings

    /// Where the review site listens, and to whom.
    package var site: SiteSettings

    /// The defaults at the given places.
    package init(locations: Locations) {
        self.locations = locations
        site = SiteSettings(path: locations.site)
        notify = NotifySettings(path: locations.notify)
    }
}

/// Where the inbox, the archive and the rest stand.
package struct Locations: Hashable, Sendable {
    /// People drop letters here.
    package var inbox: String
    /// The dated bags.
    package var archive: String
    /// What could not be filed.
    package var held: String
    /// The audit log and the anomaly log.
    package var log: String
    /// The register.
    package var register: String
    /// The socket by which `imrd status` and the review site talk to the daemon.
    package var control: String
    /// `imrd notify` remembers here how far it has told.
    package var notify: String
    /// Who may log in to the review site, and its access log.
    package var site: String

    /// The places of an installed service.
    package static let installed = Locations(
        inbox: "/var/spool/imrd/inbox", archive: "/var/lib/imrd/archive", held: "/var/lib/imrd/held",
        log: "/var/lib/imrd/log", register: "/var/lib/imrd/register.sqlite", control: "/run/imrd/control.sock",
        notify: "/var/lib/imrd-notify", site: "/var/lib/imrd-serve")

    /// Everything below one folder.
    package static func below(root: String) -> Locations {
        let folder = root.hasSuffix("/") && root.utf8.count > 1 ? String(root.dropLast()) : root
        return Locations(
            inbox: folder + "/inbox", archive: folder + "/archive", held: folder + "/held", log: folder + "/log",
            register: folder + "/register.sqlite", control: folder + "/run/control.sock",
            notify: folder + "/notify", site: folder + "/site")
    }
}
