import Records

/// Somebody who is told: one file for each way.
protocol NotifyTarget: Sendable {
    /// Names what it remembers, and its lines in the journal.
    var name: String { get }

    /// Tells; returns only when the other side has taken it.
    /// - Throws: `ProgramFailure`, when it has not; it is told again later.
    func tell(_ message: NotifyMessage) async throws
}

/// A command that gets the message as one line of JSON.
struct CommandTarget: NotifyTarget {
    let name = "command"
    let words: [String]

    func tell(_ message: NotifyMessage) async throws {
        try await Program(words).run(input: message.json.line + "\n")
    }
}

/// An HTTP server that gets the message as JSON in a POST; any answer but 2xx is a failure.
struct PostTarget: NotifyTarget {
    let name = "url"
    let url: String

    func tell(_ message: NotifyMessage) async throws {
        // In curl's configuration and not on its command line, which every user of the machine may read: URLs hold secrets.
        let configuration = """
            url = \(Self.quoted(url))
            header = "Content-Type: application/json"
            header = \(Self.quoted("Idempotency-Key: " + message.id))
            data-raw = \(Self.quoted(message.json.line))

            """
        let words = ["curl", "--silent", "--show-error", "--fail", "--max-time", "30", "--output", "/dev/null"]
        try await Program(words + ["--config", "-"]).run(input: configuration)
    }

    /// A value as curl(1) reads it in a configuration.
    static func quoted(_ value: String) -> String {
        let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }
}

/// Mail, through a server or a sendmail(8).
struct MailTarget: NotifyTarget {
    let name = "mail"
    let settings: NotifySettings

    func tell(_ message: NotifyMessage) async throws {
        try await Program(words).run(input: Self.mail(message, settings))
    }

    private var words: [String] {
        guard settings.mailThrough.contains("://") else { return [settings.mailThrough, "-i", "-t"] }
        return ["curl", "--silent", "--show-error", "--max-time", "60", "--url", settings.mailThrough]
            + ["--mail-from", settings.mailFrom, "--upload-file", "-"]
            + settings.mail.flatMap { ["--mail-rcpt", $0] }
    }

    /// The mail as it is sent. Source: RFC 5322.
    static func mail(_ message: NotifyMessage, _ settings: NotifySettings) -> String {
        let body = (message.text + "\n\n" + message.id).split(separator: "\n", omittingEmptySubsequences: false)
        let head = [
            "From: imrd <\(settings.mailFrom)>", "To: \(settings.mail.joined(separator: ", "))",
            "Subject: \(message.subject.prefix(200))", "Message-ID: <\(message.id)@imrd.invalid>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit",
            "Auto-Submitted: auto-generated", "",
        ]
        return (head.map { Terminal.safe($0) } + body.map { Terminal.safe($0) }).joined(separator: "\r\n") + "\r\n"
    }
}
