import HTTPTypes
import Hummingbird

/// Lets nobody past who is not logged in, and takes no form without the token of its session.
struct LoggedIn: RouterMiddleware {
    typealias Context = SiteContext

    let sessions: Sessions
    let reviewers: Reviewers

    /// What nobody need log in for: the login, the files it needs, and the metrics, which ask for a token.
    static func isOpen(_ path: String) -> Bool {
        path == "/login" || path.hasPrefix("/assets/") || path == MetricsRoute.address
    }

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let secret = SessionCookie.secret(in: request), let session = sessions.session(secret) {
            // Who was removed, or has a new password, is logged off.
            if reviewers.reviewer(session.name)?.since == session.since {
                context.session = (secret, session)
            } else {
                sessions.end(secret)
            }
        }
        if context.session == nil, !Self.isOpen(request.uri.path) {
            return try Self.toLogin(request)
        }
        if request.method == .post {
            var request = request
            let body = try await request.collectBody(upTo: SiteContext.largestForm)
            context.form = FormBody(String(buffer: body))
            if let session = context.session, request.uri.path != "/login" {
                guard let token = context.form["token"], Secret.areEqual(token, session.session.formToken) else {
                    throw HTTPError(
                        .forbidden, message: "This form is out of date: go back, reload the page, try again.")
                }
            }
            return try await next(request, context)
        }
        return try await next(request, context)
    }

    private static func toLogin(_ request: Request) throws -> Response {
        guard request.method == .get, !request.uri.path.hasSuffix(".json"), !request.uri.path.hasSuffix(".csv") else {
            throw HTTPError(.unauthorized, message: "Log in first.")
        }
        let next = request.uri.string == "/" ? "" : "?next=" + request.uri.string.asQueryValue
        return .redirected("/login" + next)
    }
}
