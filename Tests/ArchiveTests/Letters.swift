import Archive
import Crypto
import Determinations
import Foundation
import Records
import Testing

/// Made-up letters: the same number is always the same letter.
enum Letters {
    static func day(_ day: Int = 21) throws -> CalendarDate {
        try #require(CalendarDate(year: 2026, month: 11, day: day))
    }

    static func arrival(_ number: Int) -> ArrivalIdentifier {
        ArrivalIdentifier(milliseconds: 1_795_000_000_000 + UInt64(number), high: 7, low: UInt64(number))
    }

    /// Even numbers are PDF with their text beside, odd numbers are text.
    static func letter(
        _ number: Int, arrival: Int? = nil, day: Int = 21, bytes: Int = 4096, hasCase: Bool = true
    ) throws -> Filing {
        let original = Array("letter \(number) ".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: bytes)
        let arrival = Letters.arrival(arrival ?? number)
        return Filing(
            arrival: arrival, day: try Letters.day(day),
            caseNumber: hasCase ? CaseNumber(year: 16, serial: number) : nil,
            sha256: Array(SHA256.hash(data: original)), original: original, kind: number % 2 == 0 ? .pdf : .txt,
            text: number % 2 == 0 ? Array("text of \(number)".utf8) : nil
        ) { path in
            JSON.object([
                "arrival": .string(arrival.description), "path": .string(path),
                "text": .string(String(repeating: "line\n", count: 400)),
            ]).bytes
        }
    }

    static func letters(_ numbers: some Sequence<Int>, day: Int = 21) throws -> [Filing] {
        try numbers.map { try letter($0, day: day) }
    }
}

extension FilingResult {
    var path: String {
        switch self {
        case .filed(let path), .alreadyThere(let path): path
        }
    }
    var isFiled: Bool { self == .filed(path: path) }
}
