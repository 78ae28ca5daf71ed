import HTTPTypes
import Hummingbird

/// Answers only who asks for one of the site's own hosts, and takes forms only from the site's own pages.
///
/// - Host must be one of the hosts, letter for letter: this stops a name of somebody else's that leads here (DNS rebinding).
/// - Whatever changes something must come with the Origin of the same host.
/// - Behind a proxy, X-Forwarded-For (its last entry) says who asks, and X-Forwarded-Proto whether it is https.
struct SameOrigin: RouterMiddleware {
    typealias Context = SiteContext

    let hosts: Set<String>
    let isBehindProxy: Bool

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if isBehindProxy {
            context.isSecure = request.headers.value("X-Forwarded-Proto") == "https"
            let peers = request.headers.value("X-Forwarded-For")?.split(separator: ",") ?? []
            context.peer = peers.last.map { $0.filter { !$0.isWhitespace } } ?? context.peer
        }
        guard let host = request.head.authority, hosts.contains(host) else {
            throw HTTPError(.misdirectedRequest, message: "This host is not served here; see site.hosts.")
        }
        if request.method != .get, request.method != .head {
            let own = (context.isSecure ? "https://" : "http://") + host
            guard request.headers[.origin] == own,
                [nil, "same-origin"].contains(request.headers.value("Sec-Fetch-Site"))
            else { throw HTTPError(.forbidden, message: "This form was not sent from a page of this site.") }
        }
        return try await next(request, context)
    }

}

extension HTTPFields {
    /// The value of a line that has no name of its own in HTTPTypes.
    func value(_ name: String) -> String? { HTTPField.Name(name).flatMap { self[$0] } }
}
