import Determinations
import LinuxSystem

extension Archive {
    /// The days whose folder bears no seal, in order.
    func unsealedDays() throws(SystemFailure) -> [CalendarDate] {
        var days: [CalendarDate] = []
        for (year, yearName) in try Archive.numbers(in: root, digits: 4) {
            let yearFolder = try root.folder(yearName)
            for (month, monthName) in try Archive.numbers(in: yearFolder, digits: 2) {
                let monthFolder = try yearFolder.folder(monthName)
                for (day, dayName) in try Archive.numbers(in: monthFolder, digits: 2) {
                    guard let date = CalendarDate(year: year, month: month, day: day),
                        try !monthFolder.folder(dayName).has(Bag.Name.tagManifest)
                    else { continue }
                    days.append(date)
                }
            }
        }
        return days.sorted()
    }

    private static func numbers(
        in folder: borrowing Descriptor, digits: Int
    ) throws(SystemFailure) -> [(Int, FileName)] {
        try folder.names().compactMap { name in
            guard name.bytes.count == digits, let number = Int(String(decoding: name.bytes, as: UTF8.self)) else {
                return nil
            }
            return (number, name)
        }
    }
}
