import Hummingbird
import Review

extension SiteAddress {
    /// The address for the server.
    var bindAddress: BindAddress {
        switch self {
        case .port(let host, let port): .hostname(host.filter { !"[]".contains($0) }, port: port)
        case .path(let path): .unixDomainSocket(path: path)
        }
    }

    /// The hosts that browsers name when nothing else is configured.
    var hosts: [String] {
        guard case .port(_, let port) = self else { return ["localhost"] }
        return ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"]
    }
}
