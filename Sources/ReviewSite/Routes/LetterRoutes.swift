import Determinations
import Hummingbird
import NIOCore
import Register
import Review

/// A letter's page, its files, and what is done about it.
struct LetterRoutes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/letters/:arrival") { _, context in
            try await site.answer {
                let letter = try view(context).letter
                try site.recordView(of: letter.sequence, arrival: letter.arrival, context)
                let page = OneLetterPage(try view(context), site.wording)
                return site.pages.page("letter", page.letter, page, context)
            }
        }
        router.get("/letters/:arrival/original") { _, context in
            try await site.answer {
                let letter = try recorded(context).letter
                let ending = letter.path.split(separator: ".").last ?? "bin"
                // As bytes: whatever the file is, no browser shows it in place of a page.
                return Response.download(
                    try .file(site.desk.original(of: letter), site), type: "application/octet-stream",
                    name: "\(name(letter)).\(ending)")
            }
        }
        router.get("/letters/:arrival/text") { _, context in
            try await site.answer {
                let view = try recorded(context)
                guard let text = view.text else {
                    throw ReviewFailure(.notFound, view.textProblem ?? "This letter has no text.")
                }
                let content = ByteBuffer(string: text.segments.map(\.text).joined())
                return Response.download(
                    ResponseBody(byteBuffer: content), type: "text/plain; charset=utf-8",
                    name: "\(name(view.letter)).txt")
            }
        }
        router.post("/letters/:arrival/findings") { _, context in
            try await site.answer {
                let letter = try view(context).letter
                let key = context.form["finding"].flatMap { RowKey($0) }
                return site.act(context, back: letter.address + (key.map { "#finding-\($0)" } ?? "")) {
                    guard let key, key.letter == letter.sequence else {
                        throw ReviewFailure(.invalid, "this finding is not of this letter: reload the page")
                    }
                    return try FindingAct(context.form).perform(on: [key], desk: site.desk, by: context.reviewer)
                }
            }
        }
        router.post("/letters/:arrival/comment") { _, context in
            try await site.answer {
                let letter = try view(context).letter
                return site.act(context, back: letter.address + "#done-title") {
                    guard let comment = context.form["comment"] else {
                        throw ReviewFailure(.invalid, "the comment is empty: write one")
                    }
                    try site.desk.comment(onLetter: letter.sequence, comment, by: context.reviewer)
                    return "The comment is recorded."
                }
            }
        }
        router.post("/letters/:arrival/receipt") { _, context in
            try await site.answer {
                let letter = try view(context).letter
                return site.act(context, back: letter.address) { try correctReceipt(letter, context) }
            }
        }
    }

    private func view(_ context: SiteContext) throws -> LetterView {
        guard let name = LetterName(context.parameters.get("arrival") ?? "") else {
            throw ReviewFailure(.notFound, "No letter has this name.")
        }
        return try site.desk.letter(name)
    }

    private func recorded(_ context: SiteContext) throws -> LetterView {
        let view = try view(context)
        try site.recordView(of: view.letter.sequence, arrival: view.letter.arrival, context)
        return view
    }

    private func name(_ letter: RegisteredLetter) -> String { "\(letter.caseNumber ?? "letter")-\(letter.sequence)" }

    private func correctReceipt(_ letter: RegisteredLetter, _ context: SiteContext) throws -> String {
        guard let day = context.form["received"].flatMap({ CalendarDate($0) }) else {
            throw ReviewFailure(.invalid, "this is no day: write it as 2026-11-21")
        }
        guard let reason = context.form["reason"] else {
            throw ReviewFailure(.invalid, "correcting the day of receipt needs a reason: write why")
        }
        try site.desk.correctReceipt(of: letter.sequence, to: day, reason: reason, by: context.reviewer)
        return "The periods of this letter now count from \(site.wording.day(day))."
    }
}
