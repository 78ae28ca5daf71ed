/// What the independent reviewer decided about one disputed item.
package enum Decision: String, Hashable, Sendable, CaseIterable {
    /// The denial stands: the treatment is not medically necessary.
    case upheld
    /// The denial falls: the treatment is medically necessary and must be authorized.
    case overturned
}

/// How fast the review had to be.
package enum Priority: String, Hashable, Sendable, CaseIterable {
    /// The ordinary course.
    case standard = "Standard"
    /// Ordered where a delay threatens the worker's health.
    case expedited = "Expedited"
}
