package import Determinations
import Records
package import Register

/// What a reviewer does. Each act is a line of the audit log under their name; the lists show it once the daemon has taken it
/// over, which is before these methods return.
///
/// They throw `ReviewFailure` when no daemon runs or what is asked cannot be, and the daemon's own one-line errors.
extension ReviewDesk {
    /// The longest comment or reason, in bytes of UTF-8.
    package static var longestComment: Int { 4000 }
    /// How many findings one request to the daemon names.
    private static var largestRequest: Int { 500 }

    /// Acknowledges, resolves, dismisses, reopens or comments findings, each with a line of its own in the log.
    /// - Parameters:
    ///   - act: One of `acknowledge`, `resolve`, `dismiss`, `reopen`, `comment`.
    ///   - findings: Which; several at once are a bulk act, whose scope whoever shows it must have said.
    ///   - reason: Required to dismiss, and only then given.
    ///   - comment: At most `longestComment`; required to comment, and to dismiss for another reason.
    ///   - actor: The reviewer; nil for the user of this process.
    /// - Returns: How many findings it concerned.
    @discardableResult
    package func act(
        _ act: ReviewAct, on findings: [RowKey], reason: DismissalReason? = nil, comment: String? = nil,
        by actor: String? = nil
    ) throws -> Int {
        var done = 0
        for start in stride(from: 0, to: findings.count, by: Self.largestRequest) {
            let part = findings[start..<min(start + Self.largestRequest, findings.count)]
            done += try send(
                act,
                [
                    JSON.Member("findings", .strings(part.map(\.description))),
                    JSON.Member("reason", .optional(reason?.rawValue)), JSON.Member("comment", .optional(comment)),
                ], actor)
        }
        return done
    }

    /// Says something about a letter.
    package func comment(onLetter letter: Int, _ comment: String, by actor: String? = nil) throws {
        _ = try send(
            .comment, [JSON.Member("letter", .integer(letter)), JSON.Member("comment", .string(comment))], actor)
    }

    /// Corrects the day of receipt of a letter, when the paper came on another day than the file.
    /// - Parameters:
    ///   - letter: The letter's number.
    ///   - day: The day from which periods are to be counted.
    ///   - reason: Why, in the reviewer's words; required.
    ///   - actor: The reviewer; nil for the user of this process.
    package func correctReceipt(
        of letter: Int, to day: CalendarDate, reason: String, by actor: String? = nil
    ) throws {
        _ = try send(
            .receipt,
            [
                JSON.Member("letter", .integer(letter)), JSON.Member("receivedOn", .string(day.description)),
                JSON.Member("reason", .string(reason)),
            ], actor)
    }

    /// Says that something due was done, or takes that back.
    package func setDone(
        _ deadline: RowKey, _ isDone: Bool = true, comment: String? = nil, by actor: String? = nil
    ) throws {
        _ = try send(
            isDone ? .done : .undone,
            [
                JSON.Member("letter", .integer(deadline.letter)), JSON.Member("item", .integer(deadline.place)),
                JSON.Member("comment", .optional(comment)),
            ], actor)
    }

    /// Puts a held file through again; its new outcome follows.
    /// - Parameters:
    ///   - arrival: The arrival of the held file.
    ///   - actor: The reviewer; nil for the user of this process.
    package func release(_ arrival: String, by actor: String? = nil) throws {
        _ = try ask("release", [JSON.Member("arrival", .string(arrival))], actor)
    }

    /// Gives a held file up; it is kept, but nobody is asked about it any more.
    /// - Parameters:
    ///   - arrival: The arrival of the held file.
    ///   - reason: Why, in the reviewer's words; required.
    ///   - actor: The reviewer; nil for the user of this process.
    package func discard(_ arrival: String, reason: String, by actor: String? = nil) throws {
        _ = try ask(
            "discard", [JSON.Member("arrival", .string(arrival)), JSON.Member("reason", .string(reason))], actor)
    }

    /// Has it logged that somebody looked at a letter, or took its original with them.
    package func noteView(of letter: Int, by actor: String? = nil) throws {
        _ = try send(.viewed, [JSON.Member("letter", .integer(letter))], actor)
    }

    /// Has it logged that somebody exported a list.
    /// - Parameters:
    ///   - list: What: `anomalies`, `deadlines` or `letters`.
    ///   - count: How many rows.
    ///   - actor: The reviewer; nil for the user of this process.
    package func noteExport(of list: String, count: Int, by actor: String? = nil) throws {
        _ = try ask("export", [JSON.Member("list", .string(list)), JSON.Member("count", .integer(count))], actor)
    }

    private func send(_ act: ReviewAct, _ members: [JSON.Member], _ actor: String?) throws -> Int {
        try ask("review", [JSON.Member("act", .string(act.rawValue))] + members, actor)["done"]?.integer ?? 0
    }

    private func ask(_ request: String, _ members: [JSON.Member], _ actor: String?) throws -> JSON {
        guard let answer = try sources.ask(request, members, actor) else {
            throw ReviewFailure(
                .daemonUnavailable, "no daemon runs, so nothing can be recorded; start it with \"imrd run\"")
        }
        return answer
    }
}
