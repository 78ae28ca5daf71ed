/// A person's sex as a letter states it; the raw value is printed.
package enum Sex: String, Hashable, Sendable, CaseIterable {
    case female, male
}

/// Facts that the free text of a case summary states, each with the bytes it was read from.
package struct SummaryFacts: Hashable, Sendable {
    /// Every age stated in so many words (`58-year-old`), in years.
    package var ages: [Located<Int>] = []
    /// Every sex stated by a noun (`male`, `woman`).
    package var sexes: [Located<Sex>] = []
    /// The first pronoun or title that gives the sex (`he`, `her`, `Mrs.`); weaker than a noun.
    package var pronoun: Located<Sex>?
    /// The days said to be days of injury, in the order of the text.
    package var injuryDates: [Located<CalendarDate>] = []
    /// The first mention of utilization review.
    package var review: ByteRange?
    /// The days said to be those of utilization review decisions.
    package var reviewDates: [Located<CalendarDate>] = []

    /// Nothing found.
    package init() {}

    /// The first age stated.
    package var age: Int? { ages.first?.value }
    /// The sex: the first noun's, or else the pronoun's.
    package var sex: Sex? { sexes.first?.value ?? pronoun?.value }
}
