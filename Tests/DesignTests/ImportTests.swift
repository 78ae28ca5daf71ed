import Testing

@Suite("Imports")
struct ImportTests {
    @Test("no file imports what its room may not know")
    func everyImport() throws {
        let files = try Project.rooms().flatMap(Project.sources)
        #expect(files.count > 50, "the sources were not found")
        #expect(files.flatMap(ImportTable.violations) == [])
    }

    @Test("the table names every room and no other")
    func everyRoom() throws {
        #expect(try Project.rooms() == ImportTable.allowed.keys.sorted())
    }

    @Test("pure rooms may know pure rooms only", arguments: ImportTable.pureRooms.sorted())
    func pureRooms(room: String) throws {
        #expect(try #require(ImportTable.allowed[room]).subtracting(ImportTable.pureRooms) == [])
    }

    @Test("the watcher and the rest share nothing")
    func watcher() {
        let rest = ImportTable.allowed.filter { $0.key != "imrd-watch" }
        #expect(rest.allSatisfy { !$0.value.contains("CInotifyTools") })
        #expect(ImportTable.allowed["imrd-watch"]?.intersection(rest.keys) == ["CInotifyTools"])
    }

    @Test(
        "a wrong import is reported with its place",
        arguments: [
            // A pure room and Foundation.
            ("AnomalyRules", "Foundation", "import Foundation"),
            // An access level before it.
            ("Archive", "Register", "package import Register"),
            // Attributes with and without an argument.
            ("Inbox", "Archive", "@testable @_spi(Private) internal import Archive"),
            // One symbol of a module.
            ("LetterReading", "Glibc", "  import func Glibc.open"),
            // A part of a module.
            ("Service", "CLinux", "import CLinux.Files"),
            // The second of two statements in a line.
            ("Register", "Inbox", "import GRDB; import Inbox"),
            // A room that the table does not name.
            ("Cellar", "Determinations", "import Determinations"),
        ])
    func wrongImport(room: String, module: String, line: String) {
        let file = SourceFile(room: room, path: "Wrong.swift", text: "/// A file.\n\(line)\n")
        #expect(ImportTable.violations(in: file) == ["Wrong.swift:2: \(room) imports \(module)"])
    }

    @Test(
        "what only looks like an import is none",
        arguments: [
            "// import Foundation", "/// import Foundation", "let text = \"import Foundation\"", "importFoundation()",
        ])
    func noImport(line: String) {
        #expect(ImportTable.imports(in: line[...]) == [])
    }
}
