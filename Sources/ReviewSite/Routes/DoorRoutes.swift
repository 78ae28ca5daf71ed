import Hummingbird
import Logging

/// Logging in and out, and the files that pages need.
struct DoorRoutes {
    let site: Site
    let login: Login

    func add(to router: Router<SiteContext>) {
        router.get("/login") { request, context -> Response in
            if context.session != nil { return .redirected("/") }
            return site.pages.login(LoginPage(next: next(FormBody(request.uri.query ?? ""))))
        }
        router.post("/login") { _, context -> Response in try await enter(context) }
        router.post("/logout") { _, context in
            try site.accessLog.write(.loggedOut, by: context.reviewer, from: context.peer)
            if let secret = context.session?.secret { site.sessions.end(secret) }
            var response = Response.redirected("/login")
            response.headers[.setCookie] = SessionCookie.line("", isSecure: context.isSecure)
            return response
        }
        router.get("/assets/:name") { _, context in
            guard
                let file = Assets.all.first(where: { $0.address == "/assets/" + (context.parameters.get("name") ?? "") }
                )
            else { throw HTTPError(.notFound, message: "This version of the site has no such file.") }
            var response = Response.content(ResponseBody(byteBuffer: file.content), type: file.type)
            response.headers[.cacheControl] = "public, max-age=31536000, immutable"
            return response
        }
    }

    private func enter(_ context: SiteContext) async throws -> Response {
        let name = context.form["name"]?.lowercased() ?? ""
        var page = LoginPage(name: name, next: next(context.form))
        switch await login.attempt(name, context.form["password"] ?? "", from: context.peer) {
        case .welcome(let reviewer):
            try site.accessLog.write(.loggedIn, by: reviewer.name, from: context.peer)
            // A session from before the login is never taken over.
            if let former = context.session?.secret { site.sessions.end(former) }
            let secret = site.sessions.begin(reviewer)
            var response = Response.redirected(page.next.isEmpty ? "/" : page.next)
            response.headers[.setCookie] = SessionCookie.line(secret, isSecure: context.isSecure)
            return response
        case .refused:
            try site.accessLog.write(.refused, by: name, from: context.peer)
            site.logger.notice("a login was refused", metadata: context.journalled)
            page.complaint = "This name and password do not belong together."
            return site.pages.login(page, status: .unauthorized)
        case .wait(let seconds):
            page.complaint = "Too many attempts. Wait \(Wording.count(seconds, "second")), then try again."
            var response = site.pages.login(page, status: .tooManyRequests)
            response.headers[.retryAfter] = String(seconds)
            return response
        }
    }

    private func next(_ form: FormBody) -> String { form["next"].flatMap { Site.isOwn($0) ? $0 : nil } ?? "" }
}
