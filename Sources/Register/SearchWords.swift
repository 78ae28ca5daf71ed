/// What somebody looks for in letters, as the full-text index understands it.
///
/// - All words must stand in the letter, in any order; case and accents do not matter.
/// - Words between quotation marks must stand together: `"lumbar spine"`.
/// - A word that ends in `*` is a beginning: `acupunct*`.
/// - A word after `-` must not stand in the letter: `MRI -knee`. At least one word must.
/// - `treatment:` before a word or a quotation looks in the headings of the items only.
/// Everything else is a separator, so that no text that somebody types is an error.
package struct SearchWords: Hashable, Sendable {
    /// The expression for FTS5.
    let expression: String

    /// The words of a text; nil when there is none to look for.
    package init?(_ text: String) {
        var wanted: [String] = []
        var unwanted: [String] = []
        var rest = Substring(text).unicodeScalars.prefix(1024)
        while let term = Self.nextTerm(&rest) {
            if term.isUnwanted { unwanted.append(term.expression) } else { wanted.append(term.expression) }
        }
        if wanted.isEmpty { return nil }
        let together = wanted.joined(separator: " AND ")
        expression = unwanted.isEmpty ? together : "(\(together)) NOT (\(unwanted.joined(separator: " OR ")))"
    }

    private static func nextTerm(
        _ rest: inout Substring.UnicodeScalarView
    ) -> (expression: String, isUnwanted: Bool)? {
        while !rest.isEmpty {
            rest = rest.drop { $0.properties.isWhitespace }
            let isUnwanted = rest.first == "-"
            if isUnwanted { rest.removeFirst() }
            let isTreatment = String(String.UnicodeScalarView(rest.prefix(10))).lowercased() == "treatment:"
            if isTreatment { rest.removeFirst(10) }
            let word: Substring.UnicodeScalarView
            if rest.first == "\"" {
                rest.removeFirst()
                word = rest.prefix { $0 != "\"" }
                rest = rest.dropFirst(word.count + 1)
            } else {
                word = rest.prefix { !$0.properties.isWhitespace && $0 != "\"" }
                rest = rest.dropFirst(word.count)
            }
            // Without a letter or a digit FTS5 would see an empty phrase, which matches nothing.
            guard word.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
                continue
            }
            let phrase = "\"" + String(word).replacing("\"", with: " ") + "\"" + (word.last == "*" ? " *" : "")
            return ((isTreatment ? "treatment : " : "") + phrase, isUnwanted)
        }
        return nil
    }
}
