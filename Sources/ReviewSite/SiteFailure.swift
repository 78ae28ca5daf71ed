/// Why the site cannot start: one line that says what to do.
package struct SiteFailure: Error, Hashable, CustomStringConvertible {
    /// The line.
    package let description: String
}
