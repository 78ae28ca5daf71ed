/// Why a reviewer gets no answer; one line for a person.
package struct ReviewFailure: Error, Hashable, CustomStringConvertible {
    /// What kind of failure.
    package enum Code: String, Hashable, Sendable {
        /// The register is not there yet, cannot be opened, or is damaged; filing goes on without it.
        case registerUnavailable
        /// Nothing has that name.
        case notFound
        /// What was asked or said cannot be: see the line.
        case invalid
        /// No daemon runs, so that nothing can be recorded.
        case daemonUnavailable
    }

    /// What kind of failure.
    package let code: Code
    /// One line: what is wrong, and what to do.
    package let description: String

    /// A failure.
    package init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
