import Review

extension SiteAddress {
    /// The hosts that browsers name when nothing else is configured.
    var hosts: [String] {
        guard case .port(_, let port) = self else { return ["localhost"] }
        return ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"]
    }
}
