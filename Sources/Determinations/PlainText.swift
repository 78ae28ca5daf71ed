/// Text from letters, senders and reviewers, for wherever it is shown or handed out as plain text.
package enum PlainText {
    /// The text with every control and format character replaced by U+FFFD: nothing in it steers a terminal or turns its direction.
    package static func safe(_ text: some StringProtocol) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return String(text) }
        var shown = ""
        for scalar in text.unicodeScalars { shown.unicodeScalars.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar) }
        return shown
    }

    /// The text on one line: each stretch of white space is one space, then as `safe`.
    package static func line(_ text: some StringProtocol) -> String {
        safe(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
