import Hummingbird

/// The cookie that carries a session's secret: for this site only, out of reach of scripts, and gone with the browser.
enum SessionCookie {
    private static let name = "imrd-session"

    /// The secret that a request carries.
    static func secret(in request: Request) -> String? {
        request.cookies[name].flatMap { $0.value.utf8.count == 43 ? $0.value : nil }
    }

    /// The line that gives a browser the secret; an empty one takes it away.
    static func line(_ secret: String, isSecure: Bool) -> String {
        "\(name)=\(secret); Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
            + (secret.isEmpty ? "; Max-Age=0" : "")
    }
}
