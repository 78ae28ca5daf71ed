import Determinations

/// Rows as comma-separated values (RFC 4180), for spreadsheets.
///
/// - Every line ends in CR LF; a field with a comma, a quotation mark or a line end is quoted.
/// - A field that starts with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe before it, so that no spreadsheet
///   takes it for a formula.
/// - White space is folded, and control and direction characters are replaced: a field is one line of plain text.
package enum CSVText {
    /// A line of fields, its end included; nil is an empty field.
    package static func line(_ fields: [String?]) -> String {
        fields.map { field($0 ?? "") }.joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        // The guard looks at the text as it came: a tab at its start would be folded away.
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let plain = PlainText.line(text)
        let guarded = isFormula || (plain.first.map { "=+-@".contains($0) } ?? false) ? "'" + plain : plain
        guard guarded.contains(where: { $0 == "," || $0 == "\"" }) else { return guarded }
        return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
    }
}
