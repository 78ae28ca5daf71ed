import Review

extension SettingsValues {
    /// The keys below `site`.
    func site(from defaults: SiteSettings) throws(SettingsFailure) -> SiteSettings {
        var site = defaults
        site.path = try path("site.path", site.path)
        if let text = try string("site.listen") {
            guard let address = SiteAddress(text) else {
                throw failure(
                    "site.listen", "\"\(text)\" is no address of this machine alone",
                    "write 127.0.0.1:PORT, or the path of a Unix socket")
            }
            site.listen = address
        }
        site.hosts = try names("site.hosts", site.hosts)
        site.isBehindProxy = try boolean("site.proxy", site.isBehindProxy)
        site.idleMinutes = try integer("site.idleMinutes", site.idleMinutes, 1...720, "minutes")
        return site
    }
}
