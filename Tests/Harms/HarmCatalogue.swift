/// The list of harms.
package enum HarmCatalogue {
    /// All harms that are done to a single letter.
    package static let harms: [Harm] =
        SectionHarms.all + PageHarms.all + TruncationHarms.all + ItemHarms.all + RequestHarms.all + HeaderHarms.all
        + ContentHarms.all
        + IdentityHarms.all + ByteHarms.all

    /// Stands for the finding with which a file is held, whatever its reason.
    static let held = "held"
    /// The class of two letters in one file.
    package static let joined = "two-letters-joined"
    /// The class of files that are no letter at all.
    package static let noLetter = "no-letter"
}
