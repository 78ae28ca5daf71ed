import GRDB

/// The tables of the register, and how they came to be.
///
/// The register is derived: everything in it comes from the audit log and the bags' records, and it can be rebuilt from
/// them at any time. A migration may therefore drop what it does not want to carry over.
enum RegisterSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE progress (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL);
                    INSERT INTO progress VALUES (1, -1);
                    CREATE TABLE arrivals (
                        arrival TEXT PRIMARY KEY, seq INTEGER NOT NULL, event TEXT NOT NULL, time TEXT NOT NULL,
                        name TEXT NOT NULL, sha256 TEXT, path TEXT, reason TEXT
                    ) WITHOUT ROWID;
                    CREATE TABLE letters (
                        arrival TEXT PRIMARY KEY, seq INTEGER NOT NULL, received TEXT NOT NULL, name TEXT NOT NULL,
                        bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL, case_number TEXT,
                        layout TEXT, path TEXT NOT NULL
                    ) WITHOUT ROWID;
                    CREATE INDEX letters_by_sha256 ON letters (sha256);
                    CREATE INDEX letters_by_text ON letters (text_sha256);
                    CREATE INDEX letters_by_case ON letters (case_number) WHERE case_number IS NOT NULL;
                    CREATE INDEX letters_by_seq ON letters (seq);
                    CREATE TABLE items (
                        arrival TEXT NOT NULL, number INTEGER NOT NULL, treatment TEXT NOT NULL,
                        request TEXT NOT NULL, decision TEXT, PRIMARY KEY (arrival, number)
                    ) WITHOUT ROWID;
                    CREATE TABLE findings (
                        arrival TEXT NOT NULL, number INTEGER NOT NULL, seq INTEGER NOT NULL, code TEXT NOT NULL,
                        name TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, expected TEXT NOT NULL,
                        found TEXT NOT NULL, item INTEGER, evidence TEXT NOT NULL, PRIMARY KEY (arrival, number)
                    ) WITHOUT ROWID;
                    CREATE INDEX findings_by_seq ON findings (seq);
                    """)
        }
        return migrator
    }
}
