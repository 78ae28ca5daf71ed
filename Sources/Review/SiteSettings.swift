/// What the review site has to know before it starts; it stands here because the configuration and the site both know it.
package struct SiteSettings: Hashable, Sendable {
    /// Where the site listens; a socket that systemd hands over comes first.
    package var listen = SiteAddress.port(host: "127.0.0.1", 8437)
    /// The hosts that a browser may ask for, letter for letter as in its Host line; empty means those of the address.
    package var hosts: [String] = []
    /// Whether a web server stands in front and says who asks: X-Forwarded-For and X-Forwarded-Proto.
    package var isBehindProxy = false
    /// After how many minutes without a request a reviewer is logged off. 1 to 720.
    package var idleMinutes = 15
    /// The folder of the site: `reviewers.json`, who may log in, `access/`, its log,
    /// and `metrics-token`.
    package var path: String

    /// The defaults, with a folder.
    package init(path: String) { self.path = path }

    /// The file of reviewers.
    package var reviewers: String { path + "/reviewers.json" }
    /// The file whose token lets a program read the metrics; without it nobody can.
    package var metricsToken: String { path + "/metrics-token" }
    /// The folder of the access log.
    package var accessLog: String { path + "/access" }
}
