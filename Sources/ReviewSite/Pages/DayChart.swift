import Determinations
import Review

/// Two bars for each day, or for each week or month where there are many days: letters, and items decided.
struct DayChart {
    struct Line {
        let y: Int
        let text: String
    }

    struct Column {
        let isSecond: Bool
        let x: Int
        let y: Int
        let width: Int
        let height: Int
        let text: String
    }

    struct Tick {
        let x: Int
        let text: String
    }

    private static let (left, right, top, bottom) = (44, 956, 12, 190)
    private static let mostColumns = 60

    let label: String
    let step: String
    let grid: [Line]
    let bars: [Column]
    let ticks: [Tick]

    /// - Parameters:
    ///   - days: The days on which anything came.
    ///   - first: The first day to be shown; nil for that of the first letter.
    ///   - wording: Today, and how days are written.
    init?(_ days: [Statistics.Day], _ first: CalendarDate?, _ wording: Wording) {
        let dated = days.compactMap { day in CalendarDate(day.day).map { ($0.daysSinceEpoch, day) } }
        guard let start = first?.daysSinceEpoch ?? dated.first?.0, !dated.isEmpty else { return nil }
        let span = max(wording.today.daysSinceEpoch, dated.last?.0 ?? start) - start + 1
        let length = span <= Self.mostColumns ? 1 : span <= Self.mostColumns * 7 ? 7 : (span / Self.mostColumns + 1)
        step = length == 1 ? "day" : length == 7 ? "week" : "\(length) days"
        label = "Letters and items decided, by \(step)"
        let count = (span + length - 1) / length
        var totals = Array(repeating: (letters: 0, items: 0), count: count)
        for (day, numbers) in dated where day >= start && (day - start) / length < count {
            totals[(day - start) / length].letters += numbers.letters
            totals[(day - start) / length].items += numbers.upheld + numbers.overturned
        }
        let most = Self.roundNumber(totals.map { max($0.letters, $0.items) }.max() ?? 1)
        let scale = Self.bottom - Self.top
        grid = [0, most / 2, most].filter { $0 != 0 || most > 0 }.map { number in
            Line(y: Self.bottom - number * scale / most, text: Wording.number(number))
        }
        let pitch = Double(Self.right - Self.left) / Double(count)
        let width = max(1, Int(pitch * 0.38))
        bars = totals.enumerated().flatMap { place, total in
            [(total.letters, false, "letters"), (total.items, true, "items")].filter { $0.0 > 0 }.map {
                number, isSecond, what in
                let height = max(1, number * scale / most)
                let day = wording.day(CalendarDate(daysSinceEpoch: start + place * length))
                return Column(
                    isSecond: isSecond, x: Self.left + Int(Double(place) * pitch) + (isSecond ? width + 1 : 0),
                    y: Self.bottom - height, width: width, height: height,
                    text: "\(day): \(Wording.number(number)) \(what)")
            }
        }
        let stride = max(1, count / 8)
        ticks = Swift.stride(from: 0, to: count, by: stride).map { place in
            Tick(
                x: Self.left + Int((Double(place) + 0.4) * pitch),
                text: wording.day(CalendarDate(daysSinceEpoch: start + place * length)))
        }
    }

    /// The next of 2, 4, 10, 20, 40, 100, … so that half of it is a whole number.
    private static func roundNumber(_ number: Int) -> Int {
        var unit = 1
        while true {
            for factor in [2, 4, 10] where factor * unit >= number { return factor * unit }
            unit *= 10
        }
    }
}
