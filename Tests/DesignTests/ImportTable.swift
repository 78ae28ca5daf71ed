/// Who may import whom: the table of the design, as sets of module names.
///
/// Beside our own rooms and packages it names the standard library's modules that have to be imported: Synchronization, Glibc,
/// Dispatch, Foundation.
enum ImportTable {
    /// The rooms without files, clocks or Foundation; they know one another only.
    static let pureRooms: Set = ["Determinations", "LetterReading", "AnomalyRules", "Records", "Deadlines"]

    /// What each room may import.
    static let allowed: [String: Set<String>] = [
        "Determinations": [],
        "LetterReading": ["Determinations"],
        "AnomalyRules": ["Determinations", "LetterReading"],
        "Records": ["Determinations"],
        "Deadlines": ["Determinations"],
        "CLinux": [],
        "LinuxSystem": ["CLinux", "Determinations", "Glibc", "SystemPackage"],
        "LetterText": [
            "Determinations", "Dispatch", "LinuxSystem", "Logging", "Subprocess", "Synchronization", "SystemPackage",
        ],
        "Inbox": [
            "Determinations", "LinuxSystem", "Logging", "Records", "Subprocess", "Synchronization", "SystemPackage",
        ],
        "Archive": ["Crypto", "Determinations", "LinuxSystem", "Records", "SystemPackage"],
        "AuditLog": ["Crypto", "Determinations", "LinuxSystem", "Records", "SystemPackage"],
        "Register": ["Determinations", "GRDB", "Records", "Synchronization"],
        "Review": [
            "AnomalyRules", "AuditLog", "Deadlines", "Determinations", "LetterText", "LinuxSystem", "Records",
            "Register",
            "Synchronization",
        ],
        "ReviewSite": [
            "AnomalyRules", "Crypto", "CryptoExtras", "Deadlines", "Determinations", "Foundation", "HTTPTypes",
            "Hummingbird", "HummingbirdCore", "LinuxSystem", "Logging", "Mustache", "NIOCore", "NIOPosix", "Records",
            "Register", "Review", "ServiceLifecycle", "Synchronization", "UnixSignals",
        ],
        "Service": [
            "AnomalyRules", "Archive", "AuditLog", "Configuration", "CoreMetrics", "Crypto", "Deadlines",
            "Determinations", "Dispatch", "Foundation", "Inbox", "LetterReading", "LetterText", "LinuxSystem",
            "Logging",
            "Metrics", "Records", "Register", "Review", "ServiceLifecycle", "Subprocess", "Synchronization",
            "SystemPackage", "UnixSignals", "Yams",
        ],
        "imrd": [
            "ArgumentParser", "Deadlines", "Determinations", "Foundation", "Register", "Review", "ReviewSite",
            "Service", "Synchronization",
        ],
        "CInotifyTools": [],
        "imrd-pdf": [],
        "imrd-watch": ["CInotifyTools", "Glibc"],
    ]

    /// The imports of a file that its room may not have, as `path:line: room imports module`.
    static func violations(in file: SourceFile) -> [String] {
        let modules = allowed[file.room] ?? []
        return file.lines.enumerated().flatMap { number, line in
            imports(in: line).filter { !modules.contains($0) }
                .map { "\(file.path):\(number + 1): \(file.room) imports \($0)" }
        }
    }

    /// The modules that a line imports, whatever attributes, access level or kind of symbol it names.
    static func imports(in line: Substring) -> [String] {
        line.split(separator: ";").compactMap { statement in
            var words = statement.split(whereSeparator: \.isWhitespace)[...]
            while let word = words.first, word.hasPrefix("@") || accessLevels.contains(String(word)) {
                words.removeFirst()
            }
            guard words.popFirst() == "import" else { return nil }
            if let word = words.first, symbolKinds.contains(String(word)) { words.removeFirst() }
            return words.first.map { String($0.prefix { $0 != "." }) }
        }
    }

    private static let accessLevels: Set = ["private", "fileprivate", "internal", "package", "public"]
    private static let symbolKinds: Set = ["class", "enum", "func", "let", "protocol", "struct", "typealias", "var"]
}
