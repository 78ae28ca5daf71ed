import GRDB

extension Register {
    /// The earliest letter filed with this folded text; nil when there is none.
    package func letter(textSha256: String) throws(RegisterFailure) -> RegisteredLetter? {
        try letter("text_sha256 = ? ORDER BY seq LIMIT 1", textSha256)
    }

    /// The letter of an arrival; nil when it was not filed.
    package func letter(arrival: String) throws(RegisterFailure) -> RegisteredLetter? {
        try letter("arrival = ?", arrival)
    }

    /// The letter that an audit entry filed; nil when it filed none.
    package func letter(_ sequence: Int) throws(RegisterFailure) -> RegisteredLetter? {
        try letter("seq = ?", sequence)
    }

    /// The path of the letter filed with these bytes; nil when there is none.
    package func path(sha256: String) throws(RegisterFailure) -> String? {
        try read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT path FROM letters WHERE sha256 = ? ORDER BY seq LIMIT 1")
            return try String.fetchOne(statement, arguments: [sha256])
        }
    }

    /// The letters of a case, the earliest first.
    package func letters(ofCase caseNumber: String) throws(RegisterFailure) -> [RegisteredLetter] {
        try read { database in
            try Row.fetchAll(
                database.cachedStatement(sql: "SELECT * FROM letters WHERE case_number = ? ORDER BY seq"),
                arguments: [caseNumber]
            ).map { RegisteredLetter($0) }
        }
    }

    /// The items of a letter in their order.
    package func items(of letter: Int) throws(RegisterFailure) -> [RegisteredItem] {
        try rows("items", of: letter) { RegisteredItem($0) }
    }

    /// The findings of a letter in the order of its record.
    package func findings(of letter: Int) throws(RegisterFailure) -> [RegisteredFinding] {
        try rows("findings", of: letter) { RegisteredFinding($0) }
    }

    /// One finding; nil when there is none with that key.
    package func finding(_ key: RowKey) throws(RegisterFailure) -> RegisteredFinding? {
        try read { database in
            try Row.fetchOne(
                database.cachedStatement(sql: "SELECT * FROM findings WHERE id = ?"), arguments: [key.id]
            ).map { RegisteredFinding($0) }
        }
    }

    /// What is due about a letter, the letter itself first, then its items.
    package func deadlines(of letter: Int) throws(RegisterFailure) -> [RegisteredDeadline] {
        try rows("deadlines", of: letter) { RegisteredDeadline($0) }
    }

    /// What was done about a letter, the earliest first.
    package func reviews(of letter: Int) throws(RegisterFailure) -> [RegisteredReview] {
        try read { database in
            try Row.fetchAll(
                database.cachedStatement(sql: "SELECT * FROM reviews WHERE letter = ? ORDER BY id"),
                arguments: [letter]
            ).map { RegisteredReview($0) }
        }
    }

    private func rows<Value>(
        _ table: String, of letter: Int, _ value: (Row) -> Value
    ) throws(RegisterFailure) -> [Value] {
        let ids = RowKey.ids(of: letter)
        return try read { database in
            try Row.fetchAll(
                database.cachedStatement(sql: "SELECT * FROM \(table) WHERE id BETWEEN ? AND ? ORDER BY id"),
                arguments: [ids.lowerBound, ids.upperBound]
            ).map(value)
        }
    }

    private func letter(
        _ condition: String, _ value: any DatabaseValueConvertible & Sendable
    ) throws(RegisterFailure) -> RegisteredLetter? {
        try read { database in
            try Row.fetchOne(
                database.cachedStatement(sql: "SELECT * FROM letters WHERE \(condition)"), arguments: [value]
            ).map { RegisteredLetter($0) }
        }
    }
}
