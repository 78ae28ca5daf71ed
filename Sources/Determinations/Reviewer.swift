/// The qualifications of the reviewer, whose name is confidential (Labor Code 4610.6(f)).
package struct Reviewer: Hashable, Sendable {
    /// The states of licensure, each as one range.
    package let licensure: [ByteRange]
    /// The certifications and specialties, each as one range.
    package let certifications: [ByteRange]
    /// The sentence or block that states them; nil when neither was found.
    package let range: ByteRange?

    /// A reviewer's qualifications.
    package init(licensure: [ByteRange], certifications: [ByteRange], range: ByteRange?) {
        self.licensure = licensure
        self.certifications = certifications
        self.range = range
    }
}
