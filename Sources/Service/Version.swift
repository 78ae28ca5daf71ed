/// The version of imrd.
package enum Version {
    /// As `imrd --version` prints it.
    package static let current = "0.1.0"
}
