import GRDB

/// A letter whose text is not in the index of words yet.
package struct UnindexedLetter: Hashable, Sendable {
    /// The number of its audit entry.
    package let sequence: Int
    /// The path of the original below the archive.
    package let path: String
}

/// The index of words lags behind the rest: it takes longer to write than all other tables, and filing does not wait for it.
extension Register {
    /// The letters whose text is to be indexed next, the earliest first.
    package func unindexed(most: Int) throws(RegisterFailure) -> [UnindexedLetter] {
        try read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT seq, path FROM letters WHERE seq > (SELECT indexed FROM progress) ORDER BY seq LIMIT ?
                        """), arguments: [most]
            ).map { UnindexedLetter(sequence: $0["seq"], path: $0["path"]) }
        }
    }

    /// How many letters are not in the index of words yet, so that no search finds them; counted up to `most`.
    package func unindexedCount(most: Int) throws(RegisterFailure) -> Int {
        try read { database in
            let waiting = "SELECT 1 FROM letters WHERE seq > (SELECT indexed FROM progress) LIMIT ?"
            return try Int.fetchOne(
                database.cachedStatement(sql: "SELECT count(*) FROM (\(waiting))"), arguments: [most]) ?? 0
        }
    }

    /// Takes the texts of letters, each with the letter's key, into the index in the order that `unindexed` gave; from a lazy
    /// sequence one text at a time is in memory.
    package func index(_ texts: some Sequence<(Int, String)>) throws(RegisterFailure) {
        try write { database in
            var last: Int?
            for (letter, text) in texts {
                last = letter
                let ids = RowKey.ids(of: letter)
                let treatments = try String.fetchAll(
                    database.cachedStatement(sql: "SELECT treatment FROM items WHERE id BETWEEN ? AND ? ORDER BY id"),
                    arguments: [ids.lowerBound, ids.upperBound])
                try database.cachedStatement(sql: "INSERT INTO texts (rowid, treatment, letter) VALUES (?, ?, ?)")
                    .execute(arguments: [letter, treatments.joined(separator: "\n"), text])
            }
            guard let last else { return }
            try database.cachedStatement(sql: "UPDATE progress SET indexed = ?").execute(arguments: [last])
        }
    }
}
