import Determinations
import LetterReading

/// The words of a phrase that say what it is about, to see whether two phrases share one.
///
/// Left out are numbers, sides, body parts, and words that fit any request; a plural is its singular.
struct ContentWords {
    /// The words, in lower case and without a plural's ending.
    let stems: Set<String>

    private static let general = WordSet(
        """
        a an the of for to in into on at by per with without and or from as is are was were be been it its this that these those \
        request requested requests treatment treatments service services procedure procedures therapy date dates dos qty \
        quantity time times week weeks day days month months year years session sessions visit visits initial additional \
        unit one two three four five six seven eight nine ten eleven twelve twice once left right bilateral both level levels \
        mg ml mcg tablet tablets under if any all no not actually ordered order orders prescribed prescription appears \
        purchase pharmacy authorization retrospective region area associated surgical s patient patients
        """)

    /// The content of a range of words.
    init(_ words: Words, in range: Range<Int>) {
        let parts = BodyTerms.bodyParts(words, in: range).map(\.range)
        var stems: Set<String> = []
        for index in range {
            let word = words[index]
            guard words.text[Int(word.start)] &- 0x30 >= 10, word.end - word.start > 1,
                !ContentWords.general.contains(word.key), !parts.contains(where: { $0.contains(word.range) })
            else { continue }
            stems.insert(ContentWords.stem(words.string(index)))
        }
        self.stems = stems
    }

    /// Whether one of the words stands in a range, in singular or plural.
    func stand(in words: Words, _ range: Range<Int>) -> Bool {
        range.contains { stems.contains(ContentWords.stem(words.string($0))) }
    }

    private static func stem(_ word: String) -> String {
        let lower = word.lowercased()
        return lower.hasSuffix("s") && lower.utf8.count > 3 ? String(lower.dropLast()) : lower
    }
}
