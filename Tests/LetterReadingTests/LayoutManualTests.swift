import Determinations
import Foundation
import LetterReading
import TestSupport
import Testing

@Suite("Manual of the layouts")
struct LayoutManualTests {
    static func manual() throws -> String {
        var text = """
            # Layouts of final determination letters

            Made from the comments of the files Sources/LetterReading/Layout*.swift by a test run with `IMRD_REGENERATE=1`; a test
            fails when this page is stale. `LetterReader.layouts` lists the layouts, the most specific first.

            """
        for layout in LetterReader.layouts {
            let name = "\(layout)"
            let file = DocComments.project.appendingPathComponent("Sources/LetterReading/\(name).swift")
            let comment = DocComments.text(above: name, in: try String(contentsOf: file, encoding: .utf8))
            text += "\n## \(layout.layout.rawValue)\n\n\(try #require(comment))\n\nSections:\n"
            for title in layout.sectionTitles { text += "- `\(title)`\n" }
        }
        return text
    }

    @Test("Docs/Layouts.md says what the layouts' comments say")
    func manualIsCurrent() throws {
        #expect(try DocComments.isCurrent(try Self.manual(), at: "Docs/Layouts.md"))
    }

    @Test("every layout has a file of its own and stands in the list once")
    func listIsComplete() throws {
        let folder = DocComments.project.appendingPathComponent("Sources/LetterReading")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let names = files.filter { $0.hasPrefix("Layout") }.map { String($0.dropLast(6)) }.sorted()
        #expect(names == LetterReader.layouts.map { "\($0)" }.sorted())
        #expect(Set(LetterReader.layouts.map { $0.layout }).count == LetterReader.layouts.count)
    }

    @Test("a comment is the block directly above its declaration")
    func commentsAreRead() {
        let source =
            "/// Other.\nlet a = 1\n\n/// One.\n///\n/// - Two.\n@frozen\npackage enum Name: Sendable {\n/// In.\nenum Inner {}"
        #expect(DocComments.text(above: "Name", in: source) == "One.\n\n- Two.")
        #expect(DocComments.text(above: "Inner", in: source) == "In.")
        #expect(DocComments.text(above: "Missing", in: source) == nil)
    }
}
