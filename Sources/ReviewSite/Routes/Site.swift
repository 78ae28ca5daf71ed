import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOPosix
import Review

/// What every route needs: what a reviewer reads and does, and how it is shown and recorded.
struct Site: Sendable {
    let desk: ReviewDesk
    let pages: Pages
    let sessions: Sessions
    let accessLog: AccessLog
    let timeZone: TimeZone
    let logger: Logger

    /// How days and times are written just now.
    var wording: Wording { Wording(timeZone: timeZone, today: desk.sources.today) }

    /// Answers off the threads that serve connections: the register and the daemon may take their time.
    func answer<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive {
            do {
                return try body()
            } catch let failure as ReviewFailure {
                throw HTTPError(failure.status, message: failure.description)
            }
        }
    }

    /// Records that somebody looks at a letter: in the audit log, or in the site's own while no daemon runs.
    func recordView(of letter: Int, arrival: String, _ context: SiteContext) throws {
        do {
            try desk.noteView(of: letter, by: context.reviewer)
        } catch let failure as ReviewFailure where failure.code == .daemonUnavailable {
            try accessLog.write(.viewed, by: context.reviewer, of: arrival, from: context.peer)
        }
    }

    /// Gives a list as a file.
    ///
    /// - Parameter recordedAs: Under which name it is recorded, before its first row leaves the site; nil when it is no list of
    ///   letters.
    func export<Row, Place>(
        _ list: PagedList<Row, Place>, _ format: ExportFormat, _ name: String, recordedAs recorded: String?,
        _ context: SiteContext
    ) throws -> Response {
        if let recorded { try recordExport(of: recorded, count: try list.count(), context) }
        let body = format.body(list, self)
        switch format {
        case .json: return .content(body, type: "application/json")
        case .csv: return .download(body, type: "text/csv; charset=utf-8", name: "\(name)-\(desk.sources.today).csv")
        }
    }

    /// Records that somebody takes a list with them, where views are recorded.
    func recordExport(of list: String, count: Int, _ context: SiteContext) throws {
        do {
            try desk.noteExport(of: list, count: count, by: context.reviewer)
        } catch let failure as ReviewFailure where failure.code == .daemonUnavailable {
            try accessLog.write(.exported, by: context.reviewer, of: "\(list), \(count) rows", from: context.peer)
        }
    }

    /// Does something for a reviewer, says on the next page how it went, and goes there.
    func act(
        _ context: SiteContext, back: String, _ act: () throws -> String
    ) -> Response {
        do {
            note("good", try act(), context)
        } catch {
            if (error as? ReviewFailure)?.code != .invalid {
                logger.warning("an act was not recorded", metadata: context.journalled)
            }
            let comment = context.form["comment"].map { " Your comment was: \u{201C}\($0)\u{201D}." } ?? ""
            note("error", "Nothing was recorded: \(error)." + comment, context)
        }
        pages.morning.forget()
        return .redirected(Self.isOwn(back) ? back : "/")
    }

    /// Leaves a line for the next page.
    func note(_ kind: String, _ text: String, _ context: SiteContext) {
        guard let secret = context.session?.secret else { return }
        sessions.leave(Frame.Message(kind: kind, text: text), for: secret)
    }

    /// Whether an address leads to this site and nowhere else.
    static func isOwn(_ address: String) -> Bool {
        address.hasPrefix("/") && !address.hasPrefix("//") && !address.contains("\\")
            && address.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}

extension ReviewFailure {
    /// The status of the answer that tells of it.
    var status: HTTPResponse.Status {
        switch code {
        case .registerUnavailable, .daemonUnavailable: .serviceUnavailable
        case .notFound: .notFound
        case .invalid: .badRequest
        }
    }
}
