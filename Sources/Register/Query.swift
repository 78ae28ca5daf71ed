import GRDB

/// The conditions of a query and their values, as they come together.
struct Query {
    private(set) var conditions: [String] = []
    private(set) var arguments: [any DatabaseValueConvertible] = []

    /// Adds a condition with its values.
    mutating func add(_ condition: String, _ values: any DatabaseValueConvertible...) {
        conditions.append(condition)
        arguments += values
    }

    /// The rows of a statement that has all conditions between its beginning and its end.
    func rows(_ database: Database, _ beginning: String, _ end: String) throws -> [Row] {
        let condition = conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
        return try Row.fetchAll(
            database.cachedStatement(sql: "\(beginning) WHERE \(condition) \(end)"),
            arguments: StatementArguments(arguments))
    }
}
