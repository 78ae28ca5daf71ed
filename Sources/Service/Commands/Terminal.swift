/// Text from letters and senders on a terminal: no control character reaches it.
enum Terminal {
    /// The text with every control and format character replaced by U+FFFD.
    static func safe(_ text: some StringProtocol) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return String(text) }
        var shown = ""
        for scalar in text.unicodeScalars { shown.unicodeScalars.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar) }
        return shown
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
