import Determinations
import Hummingbird
import Logging
import NIOCore
import Register

/// What is known of a request while it is answered.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Where the request comes from: an address, or `local` behind a Unix socket.
    var peer: String
    /// Whether the browser speaks https, with a reverse proxy in front.
    var isSecure = false
    /// Who is logged in, and the secret of their cookie; nil on the pages before the login.
    var session: (secret: String, session: Sessions.Session)?
    /// The fields of a form that was sent, its token checked.
    var form = FormBody()

    /// A form is not larger than this, in bytes.
    static let largestForm = 256 << 10

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    /// The name under which everything in this request is recorded.
    var reviewer: String { session?.session.name ?? "" }

    /// What the journal may say of this request: from where, for which page, about which letter, and what was to be done. It names
    /// no reviewer, and repeats nothing that somebody typed.
    var journalled: Logger.Metadata {
        var fields: Logger.Metadata = ["address": "\(peer)", "page": "\(endpointPath ?? "-")"]
        if let act = ReviewAct(rawValue: form["act"] ?? "") { fields["act"] = "\(act.rawValue)" }
        if let arrival = ArrivalIdentifier(parameters.get("arrival") ?? "") { fields["arrival"] = "\(arrival)" }
        return fields
    }
}
