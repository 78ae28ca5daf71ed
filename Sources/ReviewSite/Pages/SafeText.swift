import Mustache

/// How every variable of every template is written: HTML escaped, and nothing invisible left.
///
/// - `& < > " '` are escaped, so that a text can neither end an attribute nor begin an element.
/// - Control characters but tab and newline are shown as their pictures, `␀` to `␡`.
/// - Format characters (direction marks, zero-width characters) and line separators are shown as `⟨U+202E⟩`.
struct SafeText: MustacheContentType {
    /// The name by which the templates choose it.
    static let name = "SAFE"

    func escapeText(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { Self.replacement(for: $0) != nil }) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            if let replacement = Self.replacement(for: scalar) {
                safe += replacement
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    private static func replacement(for scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": return "&amp;"
        case "<": return "&lt;"
        case ">": return "&gt;"
        case "\"": return "&quot;"
        case "'": return "&#39;"
        case "\t", "\n": return nil
        case "\u{0}"..<" ": return picture(0x2400 + scalar.value)
        case "\u{7F}": return picture(0x2421)
        case " "..."~": return nil
        default:
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
            default: return nil
            }
        }
    }

    private static func picture(_ value: UInt32) -> String { Unicode.Scalar(value).map { String($0) } ?? "\u{FFFD}" }
}
