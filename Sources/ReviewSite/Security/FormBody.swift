import Foundation

/// The fields of a form: what a browser sends as application/x-www-form-urlencoded, or behind the ? of an address.
struct FormBody: Sendable {
    private let fields: [(name: String, value: String)]

    /// No field.
    init() { fields = [] }

    /// Parses the fields; one with a broken escape is left out.
    init(_ text: some StringProtocol) {
        fields = text.split(separator: "&").compactMap { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            func decoded(_ part: Substring?) -> String? {
                (part ?? "").replacingOccurrences(of: "+", with: " ").removingPercentEncoding
            }
            guard let name = decoded(parts.first.map { Substring($0) }),
                let value = decoded(parts.count > 1 ? Substring(parts[1]) : "")
            else { return nil }
            return (name, value)
        }
    }

    /// The first value of a field that is not blank.
    subscript(_ name: String) -> String? {
        fields.first { $0.name == name && !$0.value.allSatisfy(\.isWhitespace) }?.value
    }

    /// All values of a field.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}
