import GRDB

/// The tables of the register, and how they came to be.
///
/// The register is derived: everything in it comes from the audit log, the bags' records and the letters' texts, and it can be
/// rebuilt from them at any time. A migration may therefore drop what it does not want to carry over.
///
/// A letter's key is the number of its audit entry. Items, findings, deadlines and reviews have `number of entry << 16 | place`,
/// so that those of one letter stand together. Lists of findings have the newest letter first, and the findings of a letter in
/// their order: their indexes have just that order. Counts are kept as rows arrive, because counting a million letters on a page
/// takes too long.
enum RegisterSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("4") { database in
            // Whatever an earlier version made; the tables of the index of words go with it.
            let tables = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_master
                    WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'texts_%' AND name <> 'grdb_migrations'
                    """)
            for table in tables { try database.execute(sql: "DROP TABLE \(table)") }
            try database.execute(sql: arrivals + letters + reviews + counts)
        }
        return migrator
    }

    private static let arrivals = """
        CREATE TABLE progress (
            id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, indexed INTEGER NOT NULL
        );
        INSERT INTO progress VALUES (1, -1, -1);
        CREATE TABLE arrivals (
            arrival TEXT PRIMARY KEY, seq INTEGER NOT NULL, event TEXT NOT NULL, time TEXT NOT NULL,
            name TEXT NOT NULL, source TEXT, bytes INTEGER NOT NULL, sha256 TEXT, path TEXT, code TEXT, reason TEXT,
            found TEXT
        ) WITHOUT ROWID;
        CREATE INDEX arrivals_by_event ON arrivals (event, seq);
        CREATE TABLE events (
            seq INTEGER PRIMARY KEY, event TEXT NOT NULL, time TEXT NOT NULL, actor TEXT NOT NULL, line TEXT NOT NULL
        );
        CREATE INDEX events_by_event ON events (event, seq);

        """

    private static let letters = """
        CREATE TABLE letters (
            seq INTEGER PRIMARY KEY, arrival TEXT NOT NULL UNIQUE, received TEXT NOT NULL, day TEXT NOT NULL,
            receipt_day TEXT NOT NULL, name TEXT NOT NULL, source TEXT, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
            text_sha256 TEXT NOT NULL, case_number TEXT, layout TEXT, media_type TEXT, path TEXT NOT NULL,
            copy_of INTEGER, upheld INTEGER NOT NULL, overturned INTEGER NOT NULL, facts TEXT NOT NULL
        );
        CREATE INDEX letters_by_sha256 ON letters (sha256);
        CREATE INDEX letters_by_text ON letters (text_sha256);
        CREATE INDEX letters_by_case ON letters (case_number) WHERE case_number IS NOT NULL;
        CREATE TABLE items (
            id INTEGER PRIMARY KEY, number INTEGER NOT NULL, treatment TEXT NOT NULL, request TEXT NOT NULL, decision TEXT,
            category TEXT NOT NULL, retrospective INTEGER NOT NULL, facts TEXT NOT NULL
        );
        CREATE TABLE findings (
            id INTEGER PRIMARY KEY, rank INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
            message TEXT NOT NULL, expected TEXT NOT NULL, found TEXT NOT NULL, item INTEGER, evidence TEXT NOT NULL,
            state TEXT NOT NULL
        );
        CREATE INDEX findings_by_state ON findings (state, rank, \(RowKey.letter(of: "id")) DESC);
        CREATE INDEX findings_by_code ON findings (code, state, rank, \(RowKey.letter(of: "id")) DESC);
        CREATE VIRTUAL TABLE texts USING fts5 (
            treatment, letter, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2"
        );

        """

    private static let reviews = """
        CREATE TABLE reviews (
            id INTEGER PRIMARY KEY, letter INTEGER NOT NULL, finding INTEGER, time TEXT NOT NULL, actor TEXT NOT NULL,
            act TEXT NOT NULL, reason TEXT, comment TEXT, detail TEXT
        );
        CREATE INDEX reviews_by_letter ON reviews (letter);
        CREATE TABLE deadlines (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL, receipt_day TEXT NOT NULL, done INTEGER NOT NULL,
            actor TEXT, time TEXT, comment TEXT
        );
        CREATE INDEX deadlines_by_receipt ON deadlines (done, kind, receipt_day);

        """

    private static let counts = """
        CREATE TABLE arrival_counts (
            event TEXT NOT NULL, day TEXT NOT NULL, number INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
            PRIMARY KEY (event, day)
        ) WITHOUT ROWID;
        CREATE TABLE item_counts (
            category TEXT NOT NULL, day TEXT NOT NULL, decision TEXT NOT NULL, number INTEGER NOT NULL,
            PRIMARY KEY (category, day, decision)
        ) WITHOUT ROWID;
        CREATE TABLE finding_counts (
            code TEXT NOT NULL, day TEXT NOT NULL, rank INTEGER NOT NULL, state TEXT NOT NULL, number INTEGER NOT NULL,
            PRIMARY KEY (code, day, rank, state)
        ) WITHOUT ROWID;
        """
}
