import Determinations

/// Finds the dates of which a text says that the injury happened on them.
///
/// - Directly after a label: "date of injury", "DOI", "injured on", "injury of 10/31/2016", "claim from".
/// - Directly after "injury", "injuries" or "injured", or in the same sentence at most twelve words on, behind "on", "of", "in" or "from",
///   where no word between tells of something else (seen, evaluated, reported, surgery).
/// - A date near the start of a sentence that goes on "was injured" or "sustained an injury".
/// - "through" or a hyphen joins a second date to the first: cumulative injuries have two.
enum InjuryDates {
    private static let labels = [
        "date of injury", "dates of injury", "doi", "injury date", "claim from", "dated injury", "related injury dated",
        "industrial injury dated", "work injury dated", "hurt at work on", "hurt on", "date of the injury",
        "date of loss", "date of accident",
    ]
    .map { Phrase($0) }
    private static let labelFillers: PhraseTable<Bool> = PhraseTable([
        (true, "of, on, is, was, the, reported, occurring, from, as, listed, being, s")
    ])
    private static let cues = ["injury", "injuries", "injured"].map { Word.key(of: $0) }
    private static let injured = Word.key(of: "injured")
    private static let people: PhraseTable<Bool> = PhraseTable([
        (true, "worker, workers, employee, party, patient, person")
    ])
    private static let behind: PhraseTable<Bool> = PhraseTable([
        (true, "on, of, in, from, dated, date, at, occurring, occurred")
    ])
    private static let stops: PhraseTable<Bool> = PhraseTable([
        (
            true,
            """
            seen, evaluated, reported, reports, report, noted, note, complained, complains, surgery, underwent, exam, \
            examination, mri, visit, presented, treated, request, requested, x, diagnosed, returned, worker, progress, \
            since, until, dated
            """
        )
    ])
    private static let report = Word.key(of: "report")
    private static let through: PhraseTable<Bool> = PhraseTable([(true, "through, to, thru, and")])
    private static let happens: PhraseTable<Bool> = PhraseTable([(true, "injured, injury, injuries")])
    private static let suffers: PhraseTable<Bool> = PhraseTable([(true, "was injured, sustained, suffered, incurred")])
    private static let on = Word.key(of: "on")
    private static let worker = Word.key(of: "worker")

    /// The dates in a range of words, in order, each once.
    static func read(_ range: Range<Int>, in words: Words) -> [Located<CalendarDate>] {
        var found: [Int: DateText] = [:]
        func add(_ index: Int) -> Bool {
            guard index < range.upperBound, let date = DateReading.date(in: words, at: index), date.year != nil else {
                return false
            }
            found[index] = date
            addSecond(index + date.wordCount)
            return true
        }
        func addSecond(_ index: Int) {
            var next = index
            if next < range.upperBound, through[words[next].key] ?? false {
                next += 1
            } else if index > 0, words.joint(after: index - 1) != UInt8(ascii: "-") {
                return
            }
            guard next < range.upperBound, let date = DateReading.date(in: words, at: next), date.year != nil else {
                return
            }
            found[next] = date
        }
        for label in labels {
            words.each(label, in: range) { first in
                var index = first + label.count
                while index < range.upperBound, labelFillers[words[index].key] ?? false { index += 1 }
                _ = add(index)
            }
        }
        for cue in cues {
            words.each(cue, in: range) { index in
                if isOther(words, index, in: range) || add(index + 1) { return }
                for next in (index + 1)..<max(index + 1, min(range.upperBound, index + 14)) {
                    if words.endsSentence(after: next - 1) || stops[words[next].key] != nil { break }
                    if behind[words[next - 1].key] ?? false, add(next) { break }
                }
            }
        }
        words.each(on, in: range) { index in
            if isInjurySentence(words, from: index, in: range) { _ = add(index + 1) }
        }
        return found.sorted { $0.key < $1.key }.compactMap { entry in
            entry.value.date.map { Located($0, at: entry.value.range) }
        }
    }

    /// "injured worker", and the report of an injury: what follows need not be about the injury itself.
    private static func isOther(_ words: Words, _ index: Int, in range: Range<Int>) -> Bool {
        if index + 1 < range.upperBound, people[words[index + 1].key] ?? false { return true }
        return (max(range.lowerBound, index - 4)..<index).contains { words[$0].key == report }
    }

    /// `On 10/31/2016 he was injured`, `On 10/31/2016 the patient sustained an injury`.
    private static func isInjurySentence(_ words: Words, from index: Int, in range: Range<Int>) -> Bool {
        guard let date = DateReading.date(in: words, at: index + 1) else { return false }
        let start = index + 1 + date.wordCount
        var verb: Int?
        for next in start..<max(start, min(range.upperBound, start + 14)) {
            if words.endsSentence(after: next - 1) { return false }
            if let (_, count) = suffers.match(words, at: next, before: range.upperBound) {
                if count == 2 { return true }
                verb = next
            } else if let verb, next - verb < 7, happens[words[next].key] ?? false {
                return true
            }
            if stops[words[next].key] != nil, words[next].key != worker { return false }
        }
        return false
    }
}
