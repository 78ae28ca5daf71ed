import LetterGenerator

/// One class of harm done to a letter on purpose, and what must be found then.
package struct Harm: Sendable {
    /// The name of the class, such as `section-heading-deleted`.
    package let name: String
    /// The codes of which one must be found.
    package let codes: Set<String>
    /// How often it is done to each letter in each form.
    package let times: Int
    /// Does the harm; nil when the letter has nothing to do it to.
    let act: @Sendable (MarkedLetter, inout Chance) -> HarmedText?

    init(
        _ name: String, finds codes: Set<String>, times: Int = 1,
        act: @escaping @Sendable (MarkedLetter, inout Chance) -> HarmedText?
    ) {
        self.name = name
        self.codes = codes
        self.times = times
        self.act = act
    }
}

/// A text after a harm.
package struct HarmedText: Sendable {
    /// The text.
    package let text: [UInt8]
    /// Where the harm was done.
    package let offset: Int
    /// What was done, in a few words.
    package let note: String
    /// The number of the item concerned, from 1; nil when a finding about any item will do.
    package let item: Int?

    init(_ text: [UInt8], at offset: Int, _ note: String, item: Int? = nil) {
        self.text = text
        self.offset = offset
        self.note = note
        self.item = item
    }
}
