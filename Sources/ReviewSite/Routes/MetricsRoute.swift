import HTTPTypes
import Hummingbird
import LinuxSystem
import NIOCore
import Records
import Review

/// The daemon's metrics as Prometheus reads them: counts and times, nothing of a letter or a person.
///
/// A program cannot log in: it shows a token, `Authorization: Bearer …`, that stands in a file in the site's folder. Without that
/// file there is no such page.
struct MetricsRoute {
    static let address = "/metrics"
    /// A token has 32 bytes or more of these many at the most.
    private static let longestToken = 1024
    private static let shortestToken = 32

    let site: Site
    /// The file of the token.
    let token: String

    func add(to router: Router<SiteContext>) {
        router.get(RouterPath(Self.address)) { request, _ in try await site.answer { try metrics(request) } }
    }

    private func metrics(_ request: Request) throws -> Response {
        guard let token = wantedToken() else {
            throw HTTPError(.notFound, message: "No token for metrics was made: see the page on operating imrd.")
        }
        guard let shown = request.headers[.authorization], Secret.areEqual(shown, "Bearer " + token) else {
            var headers = HTTPFields()
            headers[.wwwAuthenticate] = "Bearer"
            throw HTTPError(.unauthorized, headers: headers, message: "The token for metrics is another one.")
        }
        guard let text = try site.desk.sources.ask("metrics", [], nil)?["metrics"]?.text else {
            throw HTTPError(.serviceUnavailable, message: "No daemon runs.")
        }
        return .content(
            ResponseBody(byteBuffer: ByteBuffer(string: text)), type: "text/plain; version=0.0.4; charset=utf-8")
    }

    private func wantedToken() -> String? {
        guard let bytes = try? Descriptor.file(token).read(upTo: Self.longestToken) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        return text.utf8.count < Self.shortestToken ? nil : text
    }
}
