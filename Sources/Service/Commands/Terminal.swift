import Determinations

/// Text from letters and senders on a terminal: no control character reaches it.
enum Terminal {
    /// The text with every control and format character replaced by U+FFFD.
    static func safe(_ text: some StringProtocol) -> String { PlainText.safe(text) }
}
