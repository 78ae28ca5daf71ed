import Determinations
import LetterReading

/// Social security, telephone and claim numbers.
extension IdentifyingData {
    private static let socialSecurityLabels = PhraseList(
        "ssn,s s n,ss,ss number,ss no,social security number,social security no,social security,soc sec number,soc sec no,"
            + "soc sec,social")
    private static let claimLabels = PhraseList(
        "claim number,claim no,claim num,claim id,claim nbr,claim,claim file number,claims number,claims no,file number,"
            + "file no,wcab number,wcab no,wcab case number,wcab case no,adj no,adj number,adj,case file number")
    private static let phoneLabels = PhraseList(
        "phone,telephone,tel,fax,facsimile,cell,mobile,ph,phone number,telephone number")
    private static let numberLabels = [
        (Kind.socialSecurityNumber, socialSecurityLabels, 4), (.claimNumber, claimLabels, 4),
        (.telephoneNumber, phoneLabels, 7),
    ]
    /// Labels of one word that are words of their own, so that a mark must stand behind them.
    private static let commonLabels = WordSet("ss social claim phone telephone fax facsimile cell mobile ph")
    /// Words near which seven digits and more are a telephone number.
    private static let calls = WordSet(
        "phone telephone tel ph fax facsimile cell cellular mobile contact call called reached reach pager voicemail")
    private static let fillers = WordSet(
        "is was are ends ending in of as last four digits assigned listed recorded given noted")
    private static let colon = UInt8(ascii: ":")
    private static let hyphen = UInt8(ascii: "-")
    private static let stop = UInt8(ascii: ".")
    private static let slash = UInt8(ascii: "/")

    /// Social security and telephone numbers by their shape.
    func numbers() -> [(Kind, ByteRange)] {
        var found: [(Kind, ByteRange)] = []
        for index in Landmarks.within(words.landmarks.numbers, extent) {
            let length = words[index].end - words[index].start
            guard length == 3 || length == 10 else { continue }
            switch digits(index) {
            case 3 where index + 1 < extent.upperBound:
                if let (kind, count) = kind(at: index) { found.append((kind, words.bytes(index..<(index + count)))) }
            case 10 where isNearCall(index):
                found.append((.telephoneNumber, words[index].range))
            default: break
            }
        }
        return found
    }

    /// What three digits begin, and how many words it has.
    private func kind(at index: Int) -> (Kind, Int)? {
        guard !isTied(before: index) || isBehindCountryCode(index) else { return nil }
        if digits(index + 2) == 4, !isTied(after: index + 2) {
            let (first, second) = (joint(after: index), joint(after: index + 1))
            if digits(index + 1) == 2, mark(between: index) == IdentifyingData.hyphen,
                mark(between: index + 1) == IdentifyingData.hyphen
            {
                return isGoods(before: index) ? nil : (.socialSecurityNumber, 3)
            }
            if digits(index + 1) == 3, joins(first), joins(second) {
                let isPlain = first.elementsEqual([0x20]) && second.elementsEqual([0x20])
                if !isPlain || isNearCall(index) || isBehindPlus(index) { return (.telephoneNumber, 3) }
            }
        }
        guard digits(index + 1) == 4, !isTied(after: index + 1),
            [IdentifyingData.hyphen, IdentifyingData.stop].contains(mark(between: index)), isNearCall(index)
        else { return nil }
        return (.telephoneNumber, 2)
    }

    private static let goods = WordSet("model lot part serial catalog catalogue product item ndc version reference sku")

    /// Whether a word up to three before says that a number names goods.
    private func isGoods(before index: Int) -> Bool {
        words.isAny(of: IdentifyingData.goods, in: max(extent.lowerBound, index - 3)..<index)
    }

    /// Whether bytes can part two groups of a telephone number.
    private func joins(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard (1...3).contains(bytes.count) else { return false }
        var marks = 0
        for byte in bytes where !Folding.isWhite(byte) {
            guard "-./)".utf8.contains(byte) else { return false }
            marks += byte == UInt8(ascii: ")") ? 0 : 1
        }
        // A full stop and a blank end a sentence.
        return marks <= 1 && !(bytes.first == IdentifyingData.stop && bytes.count > 1)
    }

    /// Whether a word that goes with telephone numbers stands up to six words before in the same sentence.
    private func isNearCall(_ index: Int) -> Bool {
        var before = index
        while before > extent.lowerBound, index - before < 6, !endsLabel(before - 1) {
            before -= 1
            if IdentifyingData.calls.contains(words[before].key) { return true }
        }
        return false
    }

    /// A full stop behind a word of more than four letters ends a sentence; "tel." and "ph." are labels.
    private func endsLabel(_ index: Int) -> Bool {
        words.endsSentence(index) && words[index].end - words[index].start > 3
    }

    /// Whether a hyphen, full stop or slash ties a number to what stands before it.
    private func isTied(before index: Int) -> Bool {
        let start = Int(words[index].start)
        return start > 1 && "-./".utf8.contains(words.text[start - 1]) && !Folding.isWhite(words.text[start - 2])
            && index > extent.lowerBound && Int(words[index - 1].end) == start - 1 && hasDigit(index - 1)
    }

    /// Whether a hyphen or slash ties a number to more behind it.
    private func isTied(after index: Int) -> Bool {
        guard index + 1 < extent.upperBound, let mark = mark(between: index) else { return false }
        return (mark == IdentifyingData.hyphen || mark == IdentifyingData.slash) && hasDigit(index + 1)
    }

    /// `1-415-555-0132`: a 1 of its own and a hyphen stand before the number.
    private func isBehindCountryCode(_ index: Int) -> Bool {
        index > extent.lowerBound && digits(index - 1) == 1 && words.number(index - 1) == 1
            && [IdentifyingData.hyphen, IdentifyingData.stop].contains(mark(between: index - 1))
            && !isTied(before: index - 1)
    }

    /// `+1 415 555 0132`.
    private func isBehindPlus(_ index: Int) -> Bool {
        guard index > extent.lowerBound, words.number(index - 1) == 1 else { return false }
        let start = Int(words[index - 1].start)
        return start > 0 && words.text[start - 1] == UInt8(ascii: "+")
    }

    // MARK: Labels

    /// Numbers that only their label tells; the first label counts where several name the same number.
    func labelledNumbers() -> [(Kind, ByteRange)] {
        var found: [(kind: Kind, range: ByteRange)] = []
        for (kind, labels, least) in IdentifyingData.numberLabels {
            for label in labels.all(in: words, extent) {
                let needsMark = label.count == 1 && IdentifyingData.commonLabels.contains(words[label.lowerBound].key)
                if let value = labelledValue(after: label, least, needsMark: needsMark),
                    !found.contains(where: { $0.range.end > value.start && $0.range.start < value.end })
                {
                    found.append((kind, value))
                }
            }
        }
        return found + attachedNumbers()
    }

    /// The value behind a label: words that hold enough digits together, in front of the next blank or word without a digit.
    ///
    /// Behind a common word such as "claim" a colon or a number sign must stand.
    private func labelledValue(after label: Range<Int>, _ least: Int, needsMark: Bool) -> ByteRange? {
        var start = label.upperBound
        if !needsMark {
            while start < extent.upperBound, start - label.upperBound < 4,
                IdentifyingData.fillers.contains(words[start].key)
            {
                start += 1
            }
        }
        guard start < extent.upperBound else { return nil }
        let marks = joint(after: start - 1).filter { !Folding.isWhite($0) }
        guard marks.allSatisfy({ ":#.()=-".utf8.contains($0) }), words.gap(before: start) < .paragraph,
            !needsMark || marks.contains(IdentifyingData.colon) || marks.contains(UInt8(ascii: "#"))
        else { return nil }
        var end = start
        while end + 1 < extent.upperBound, belongs(end + 1, to: start) { end += 1 }
        let range = words.bytes(start..<(end + 1))
        let count = words.text[range.start..<range.end].count { $0 &- 0x30 < 10 }
        return count >= least && !isDate(start) ? range : nil
    }

    private func isDate(_ index: Int) -> Bool { DateReading.date(in: words, at: index) != nil }

    /// Whether a word belongs to the number that starts before it: glued by a mark, or a group of digits behind one blank.
    private func belongs(_ index: Int, to start: Int) -> Bool {
        let joint = joint(after: index - 1)
        if joint.count == 1, let mark = joint.first, "-./".utf8.contains(mark) {
            return mark == IdentifyingData.hyphen || hasDigit(index)
        }
        guard joint.elementsEqual([0x20]), digits(index) > 1 else { return false }
        let isPrefix = !hasDigit(index - 1) && index - 1 == start && words.isUpperCase(start)
        return isPrefix || ((1...3).contains(digits(index - 1)) && !isDate(index))
    }

    /// `ADJ1234567`, the number of a case at the appeals board, wherever it stands.
    private func attachedNumbers() -> [(Kind, ByteRange)] {
        Landmarks.within(words.landmarks.boardNumbers, extent).map { (.claimNumber, words[$0].range) }
    }

    // MARK: Birth dates

    private static let birthLabels = PhraseList("dob,d o b,date of birth,birth date,birthdate,birthday,born")
    private static let born = Word.key(of: "born")
    private static let elsewhere = WordSet("injury injured doi accident service hired")
    private static let months = WordSet(
        "january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november "
            + "nov december dec")
    private static let inDates = WordSet("of the")

    func birthDates() -> [(Kind, ByteRange)] {
        IdentifyingData.birthLabels.all(in: words, extent).compactMap { label in
            let reach = label.upperBound..<min(label.upperBound + 7, extent.upperBound)
            for index in reach {
                if let date = date(at: index) { return (.birthDate, date) }
                let hasEnded = index > label.lowerBound && words.endsSentence(index)
                if hasEnded || IdentifyingData.elsewhere.contains(words[index].key) { return nil }
                if words[label.lowerBound].key == IdentifyingData.born, words.hasComma(after: index) { return nil }
            }
            return nil
        }
    }

    /// A date in any order of its parts: three numbers joined by one mark, or a month's name with two numbers or a year.
    private func date(at index: Int) -> ByteRange? {
        if let date = DateReading.date(in: words, at: index) { return date.range }
        var end = index
        var numbers = 0
        var hasMonth = false
        var hasYear = false
        while end < extent.upperBound, end - index < 5 {
            if IdentifyingData.months.contains(words[end].key) {
                hasMonth = true
            } else if hasDigit(end), words[end].end - words[end].start <= 4 {
                numbers += 1
                hasYear = hasYear || digits(end) == 4
            } else if end == index || !IdentifyingData.inDates.contains(words[end].key) {
                break
            }
            end += 1
            if numbers == 3 || (hasMonth && numbers == 2) || words.endsParagraph(end - 1) { break }
            if words.endsSentence(end - 1), hasYear { break }
        }
        guard hasMonth ? numbers == 2 || hasYear : numbers == 3 && isJoined(index..<end) else { return nil }
        return words.bytes(index..<end)
    }

    private func isJoined(_ range: Range<Int>) -> Bool {
        range.dropLast().allSatisfy { mark(between: $0).map { "-./".utf8.contains($0) } ?? false }
    }
}

extension Words {
    /// Whether a paragraph ends behind a word.
    func endsParagraph(_ index: Int) -> Bool { index + 1 >= count || gap(before: index + 1) == .paragraph }
}
