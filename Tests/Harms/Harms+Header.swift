import Determinations
import LetterGenerator

/// Harms done to the header table and to the dates that must agree with it.
enum HeaderHarms {
    static let all = [
        Harm("header-dates-swapped", finds: ["C01"], times: 2) { letter, chance in swapDates(letter, &chance) },
        Harm("header-field-removed", finds: ["S03"], times: 2) { letter, chance in
            let line = chance.pick(HeaderLine.allCases)
            guard let label = letter.places[.headerLabel(line)], let value = letter.places[.headerValue(line)] else {
                return nil
            }
            return HarmedText(
                letter.replacing(label + value), at: label[0].start, "label and value removed: \(line.rawValue)")
        },
        Harm("header-value-removed", finds: ["S03"], times: 2) { letter, chance in
            let line = chance.pick(HeaderLine.allCases)
            guard let value = letter.places[.headerValue(line)] else { return nil }
            return HarmedText(letter.replacing(value), at: value[0].start, "value removed: \(line.rawValue)")
        },
        Harm("header-date-impossible", finds: ["S03", "C03"]) { letter, chance in
            let line = chance.pick(HeaderLine.dates)
            guard let value = letter.place(.headerValue(line)) else { return nil }
            let date = chance.pick(["02/30/2016", "13/07/2016", "06/31/2015", "00/12/2016", "11/00/2016", "02/29/2015"])
            return HarmedText(
                letter.replacing([value], with: Array(date.utf8)), at: value.start, "\(line.rawValue) \(date)")
        },
        Harm("case-serial-zeroed", finds: ["S03"]) { letter, _ in
            guard let value = letter.place(.headerValue(.caseNumber)), value.count == 12 else { return nil }
            let serial = ByteRange(value.end - 7, value.end)
            return HarmedText(letter.replacing([serial], with: Array("0000000".utf8)), at: value.start, "serial zeroed")
        },
        Harm("injury-year-changed", finds: ["C02"]) { letter, chance in
            guard letter.place(.headerValue(.injury)) != nil, let dates = letter.places[.injuryDate] else { return nil }
            var text = letter.text
            let change: UInt8 = chance.happens(50) ? 1 : 2
            for date in dates {
                if letter.string(date).contains("29") { return nil }
                let digit = text[date.end - 1]
                text[date.end - 1] = digit >= 0x35 ? digit - change : digit + change
            }
            return HarmedText(text, at: dates[0].start, "year changed in \(dates.count) places")
        },
    ]

    private static func swapDates(_ letter: MarkedLetter, _ chance: inout Chance) -> HarmedText? {
        let lines = chance.pick(2, of: HeaderLine.dates)
        guard let first = letter.place(.headerValue(lines[0])), let second = letter.place(.headerValue(lines[1])),
            first.count == second.count, letter.string(first) != letter.string(second)
        else { return nil }
        var text = letter.text
        for index in 0..<first.count { text.swapAt(first.start + index, second.start + index) }
        return HarmedText(text, at: first.start, "\(lines[0].rawValue) and \(lines[1].rawValue) swapped")
    }
}
