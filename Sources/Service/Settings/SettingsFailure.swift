/// A configuration that cannot be used: where, which key, and how to mend it.
package struct SettingsFailure: Error, Hashable, CustomStringConvertible {
    /// One line.
    package let description: String

    init(file: String?, line: Int? = nil, key: String, problem: String, remedy: String) {
        let place = file.map { $0 + (line.map { ":\($0)" } ?? "") + ": " } ?? ""
        description = "\(place)\(key): \(problem); \(remedy)"
    }
}
