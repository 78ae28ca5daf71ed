/// What a password must be.
///
/// Its length is what counts: 15 characters at least, and no set of required kinds. Source: NIST SP 800-63B-4, 3.1.1.2.
package enum PasswordRule {
    /// The fewest characters.
    package static let shortest = 15
    /// The most bytes: a longer one would only cost time.
    package static let longest = 1024

    /// Why a password is refused, and what to do; nil when it is good.
    package static func objection(to password: String, of name: String) -> String? {
        if password.count < shortest {
            return "the password has \(password.count) characters; take at least \(shortest), such as four random words"
        }
        if password.utf8.count > longest { return "the password has more than \(longest) bytes; take a shorter one" }
        if Set(password).count < 6 { return "the password repeats few characters; take random words" }
        if password.lowercased().contains(name) { return "the password contains the name; take random words" }
        if password.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return "the password contains a control character; take one that can be typed"
        }
        return nil
    }
}
