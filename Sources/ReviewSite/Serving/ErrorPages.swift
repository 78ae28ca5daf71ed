import HTTPTypes
import Hummingbird
import Logging

/// Turns an error into a page that says calmly what is the matter and what to do.
struct ErrorPages: RouterMiddleware {
    typealias Context = SiteContext

    let pages: Pages
    let logger: Logger

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            let text = (error as? HTTPError)?.body ?? ""
            return pages.notice(heading(error.status), text, status: error.status, context: context)
        } catch {
            // The error may quote a path or a file name; the journal gets its kind alone.
            logger.error(
                "a request failed",
                metadata: context.journalled.merging(["error": "\(type(of: error))"]) { $1 })
            return pages.notice(
                "That did not work",
                "Something failed here. Try again; if it stays so, look at the journal of the site.",
                status: .internalServerError, context: context)
        }
    }

    private func heading(_ status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound: "There is no such page"
        case .unauthorized: "Not logged in"
        case .forbidden: "Not accepted"
        case .misdirectedRequest: "Not served here"
        case .contentTooLarge: "Too much at once"
        case .serviceUnavailable: "Not now"
        default: "That did not work"
        }
    }
}
