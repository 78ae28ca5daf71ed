/// A rule whose only finding is that a file cannot be filed as a letter: the file is held with this reason.
package protocol HoldingRule: Sendable {
    /// The catalogue's code, such as `S08`.
    static var code: String { get }
    /// The catalogue's name, such as `not-a-determination`.
    static var name: String { get }
}
