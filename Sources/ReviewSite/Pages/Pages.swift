import HTTPTypes
import Hummingbird
import Review

/// Fills the templates and puts the frame around them: navigation, who is logged in, what is the matter.
struct Pages: Sendable {
    let templates: Templates
    let morning: Morning
    let sessions: Sessions
    let version: String

    /// A page.
    /// - Parameters:
    ///   - template: The name of its template.
    ///   - title: What stands in the browser's title.
    ///   - page: What fills the template.
    ///   - context: The request.
    ///   - searched: What was looked for, for the search field.
    ///   - status: The status of the answer.
    func page(
        _ template: String, _ title: String, _ page: Any, _ context: SiteContext, searched: String = "",
        status: HTTPResponse.Status = .ok
    ) -> Response {
        guard let session = context.session else { return door(title, page, status) }
        let today = morning.today()
        let frame = Frame(
            title: title, navigation: Frame.Place.all(template, today), reviewer: session.session.name,
            token: session.session.formToken, version: version, searched: searched,
            messages: messages(session.secret, today), page: page)
        return .page(templates.render(template, frame), status: status)
    }

    /// A page that says one thing.
    func notice(
        _ heading: String, _ text: String, status: HTTPResponse.Status, context: SiteContext
    ) -> Response {
        page("notice", heading, NoticePage(heading: heading, text: text), context, status: status)
    }

    /// The page before the login.
    func login(_ page: LoginPage, status: HTTPResponse.Status = .ok) -> Response {
        .page(templates.render("login", page), status: status)
    }

    /// Who is not logged in sees no navigation and no name.
    private func door(_ title: String, _ page: Any, _ status: HTTPResponse.Status) -> Response {
        login(LoginPage(complaint: (page as? NoticePage).map { "\($0.heading). \($0.text)" } ?? title), status: status)
    }

    private func messages(_ secret: String, _ today: Today?) -> [Frame.Message] {
        var messages = sessions.takeNotes(secret)
        if let today, !today.health.isRunning {
            messages.append(
                Frame.Message(
                    kind: "warning",
                    text:
                        "The daemon does not run: what is filed can be read, but nothing can be recorded and no letter is "
                        + "taken from the inbox."))
        }
        return messages
    }
}
