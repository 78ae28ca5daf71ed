/// Where the review site listens: on this machine only.
package enum SiteAddress: Hashable, Sendable, LosslessStringConvertible {
    /// A port of the loopback interface.
    case port(host: String, Int)
    /// A Unix socket, for a web server in front.
    case path(String)

    /// `127.0.0.1:PORT`, `[::1]:PORT`, `localhost:PORT`, or the path of a Unix socket; nil for any other text.
    package init?(_ text: String) {
        if text.hasPrefix("/"), text.utf8.count < 108 {
            self = .path(text)
        } else if let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port), ["127.0.0.1", "[::1]", "localhost"].contains(text[..<colon])
        {
            self = .port(host: String(text[..<colon]), port)
        } else {
            return nil
        }
    }

    /// The text that it is made from.
    package var description: String {
        switch self {
        case .port(let host, let port): "\(host):\(port)"
        case .path(let path): path
        }
    }
}
