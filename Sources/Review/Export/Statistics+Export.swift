import Determinations
package import Records
import Register

extension AnomalyGroup: ExportedRow {
    package static let columns = ["code", "name", "severity"] + FindingState.allCases.map(\.rawValue) + ["total"]

    package var fields: [String?] {
        [code, name, severity.rawValue] + FindingState.allCases.map { String(numbers[$0] ?? 0) } + [String(total)]
    }

    package var json: JSON {
        .object(
            [
                JSON.Member("code", .string(code)), JSON.Member("name", .string(name)),
                JSON.Member("severity", .string(severity.rawValue)),
            ] + FindingState.allCases.map { JSON.Member($0.rawValue, .integer(numbers[$0] ?? 0)) } + [
                JSON.Member("total", .integer(total))
            ])
    }
}

extension Statistics.Day: ExportedRow {
    package static let columns = ["day", "letters", "duplicates", "held", "upheld", "overturned"]

    package var fields: [String?] { [day] + [letters, duplicates, held, upheld, overturned].map(String.init) }

    package var json: JSON {
        .object([
            "day": .string(day), "letters": .integer(letters), "duplicates": .integer(duplicates),
            "held": .integer(held), "upheld": .integer(upheld), "overturned": .integer(overturned),
        ])
    }
}

extension Statistics.Category: ExportedRow {
    package static let columns = ["category", "upheld", "overturned", "undecided"]

    package var fields: [String?] { [category] + [upheld, overturned, undecided].map(String.init) }

    package var json: JSON {
        .object([
            "category": .string(category), "upheld": .integer(upheld), "overturned": .integer(overturned),
            "undecided": .integer(undecided),
        ])
    }
}
