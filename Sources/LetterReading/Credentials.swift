import Determinations

/// Reads the reviewer's qualifications: the block of later letters, or the sentence of earlier ones.
enum Credentials {
    private static let blockTitle = Phrase("reviewer has the following credentials")
    private static let licensureLabel = Phrase("state s of licensure")
    private static let certificationLabel = Phrase("certification s specialty")
    private static let boardCertified = Phrase("is board certified in")
    private static let licensed = Phrase("licensed to practice in")
    private static let and = Word.key(of: "and")
    private static let joining = ["and", "is", "who", "he", "she"].map { Word.key(of: $0) }
    private static let inKey = Word.key(of: "in")
    /// "has a subspecialty in", "with a subspecialty certificate in": what follows is a certification of its own.
    private static let subspecialty = ["has", "with", "holds"].map { Word.key(of: $0) }
    /// Specialties with an "and" of their own, as the American Board of Medical Specialties names them.
    private static let compounds = [
        "physical medicine and rehabilitation", "public health and general preventive medicine",
        "allergy and immunology", "child and adolescent psychiatry", "colon and rectal surgery",
        "obstetrics and gynecology", "hospice and palliative medicine", "psychiatry and neurology",
        "foot and ankle surgery", "hand and upper extremity surgery", "oral and maxillofacial surgery",
        "plastic and reconstructive surgery", "thoracic and cardiac surgery", "orthopedics and sports medicine",
    ].map { Phrase($0) }
    private static let comma = UInt8(ascii: ",")

    /// Whether the block's labels stand in a range of words.
    static func hasBlock(_ words: Words, in range: Range<Int>) -> Bool {
        words.first(licensureLabel, in: range) != nil || words.first(certificationLabel, in: range) != nil
            || words.first(blockTitle, in: range) != nil
    }

    /// Whether the sentence of earlier letters stands in a range of words.
    static func hasSentence(_ words: Words, in range: Range<Int>) -> Bool {
        words.first(boardCertified, in: range) != nil && words.first(licensed, in: range) != nil
    }

    /// The qualifications in a range of words, which ends where the next section starts.
    static func read(_ words: Words, in range: Range<Int>) -> Reviewer {
        hasBlock(words, in: range) ? block(words, in: range) : sentence(words, in: range)
    }

    /// `State(s) of Licensure: A, B` and `Certification(s)/Specialty: X, Y`; either may wrap.
    private static func block(_ words: Words, in range: Range<Int>) -> Reviewer {
        let licensure = words.first(licensureLabel, in: range)
        let certification = words.first(certificationLabel, in: range)
        let end = range.upperBound
        func values(_ start: Int?, _ label: Phrase, until others: Int?) -> [ByteRange] {
            guard let start else { return [] }
            let limit = others.flatMap { $0 > start ? $0 : nil } ?? end
            return list(words, start + label.count..<limit, splitsAtAnd: false)
        }
        let first = [words.first(blockTitle, in: range), licensure, certification].compactMap { $0 }.min()
        return Reviewer(
            licensure: values(licensure, licensureLabel, until: certification),
            certifications: values(certification, certificationLabel, until: licensure),
            range: first.map { ByteRange(Int(words[$0].start), Int(words[max($0, end - 1)].end)) })
    }

    /// "… is Board Certified in X, has a subspecialty in Y, and is licensed to practice in Z."
    private static func sentence(_ words: Words, in range: Range<Int>) -> Reviewer {
        let certified = words.first(boardCertified, in: range)
        let licence = words.first(licensed, in: range)
        guard let first = [certified, licence].compactMap({ $0 }).min() else {
            return Reviewer(licensure: [], certifications: [], range: nil)
        }
        var certifications: [ByteRange] = []
        if let certified {
            let start = certified + boardCertified.count
            let limit = licence.map { before($0, words) } ?? sentenceEnd(words, start, range)
            certifications = list(words, start..<max(start, limit), splitsAtAnd: true)
        }
        var licensure: [ByteRange] = []
        var last = first
        if let licence {
            let start = licence + licensed.count
            let limit = sentenceEnd(words, start, range)
            licensure = list(words, start..<limit, splitsAtAnd: true)
            last = max(last, limit - 1)
        }
        return Reviewer(
            licensure: licensure, certifications: certifications,
            range: ByteRange(Int(words[first].start), Int(words[last].end)))
    }

    /// Before "licensed to practice in" stand "and", "is", "and is" or ", and is": the words that only join.
    private static func before(_ licence: Int, _ words: Words) -> Int {
        var index = licence
        while index > 0, joining.contains(words[index - 1].key) { index -= 1 }
        return index
    }

    /// Whether an "and" belongs to the name of one specialty.
    private static func isInsideCompound(_ words: Words, _ index: Int) -> Bool {
        compounds.contains { compound in
            guard let offset = compound.keys.firstIndex(of: and) else { return false }
            return words.matches(compound, at: index - offset)
        }
    }

    private static func sentenceEnd(_ words: Words, _ start: Int, _ range: Range<Int>) -> Int {
        var index = start
        while index < range.upperBound {
            if words.text[Int(words[index].end)...].first == UInt8(ascii: ".") { return index + 1 }
            index += 1
        }
        return range.upperBound
    }

    /// Whether a page break parts a value, where only a few words are left up to the next label or section.
    private static func goesOn(_ words: Words, _ index: Int, _ range: Range<Int>) -> Bool {
        words.isPageBreak(before: index) && range.upperBound - index <= 12
    }

    /// The values of a list parted by commas, in a sentence by the word "and" as well; in a block a paragraph gap between
    /// two values ends the list.
    private static func list(_ words: Words, _ range: Range<Int>, splitsAtAnd: Bool) -> [ByteRange] {
        var values: [ByteRange] = []
        var start: Int?
        var end = 0
        func close() {
            if let first = start { values.append(ByteRange(first, end)) }
            start = nil
        }
        var skipsToIn = false
        for index in range {
            if !splitsAtAnd, start != nil, words.gap(before: index) == .paragraph,
                !goesOn(words, index, range)
            {
                break
            }
            if skipsToIn {
                skipsToIn = words[index].key != inKey
                continue
            }
            if splitsAtAnd, words[index].key == and, !isInsideCompound(words, index) {
                close()
                continue
            }
            if splitsAtAnd, subspecialty.contains(words[index].key) {
                close()
                skipsToIn = true
                continue
            }
            start = start ?? Int(words[index].start)
            end = Int(words[index].end)
            if let mark = words.mark(after: index), mark.byte == comma { close() }
            // Closing brackets belong to the value: "Dentist (Oral Surgery)".
            if end < words.text.count, words.text[end] == UInt8(ascii: ")") { end += 1 }
        }
        close()
        return values
    }
}
