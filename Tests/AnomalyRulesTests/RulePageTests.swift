import AnomalyRules
import Determinations
import Foundation
import TestSupport
import Testing

/// The manual pages are generated from the doc comments of the rules; `IMRD_REGENERATE=1` writes them anew.
@Suite("Rule pages")
struct RulePageTests {
    private static func paragraphs(_ page: RulePage) throws -> [String] {
        let type = try #require(
            RuleCatalogue.rules.map { String(describing: $0) }.first { $0.hasPrefix(page.code) }
                ?? RuleCatalogue.holdingRules.map { String(describing: $0) }.first { $0.hasPrefix(page.code) })
        let file = DocComments.project.appendingPathComponent("Sources/AnomalyRules/Rules/\(type).swift")
        let text = try #require(
            DocComments.text(above: type, in: try String(contentsOf: file, encoding: .utf8)), "\(type) has no page")
        return text.split(separator: "\n", omittingEmptySubsequences: false).split(whereSeparator: \.isEmpty)
            .map { $0.joined(separator: " ") }
    }

    @Test("every page says what the rule finds, why it matters, an example, and when it stays quiet")
    func pagesAreWhole() throws {
        for page in RulePage.all {
            let paragraphs = try Self.paragraphs(page)
            try #require(paragraphs.count == 5, "\(page.code) has \(paragraphs.count) paragraphs")
            for (paragraph, start) in zip(
                paragraphs.dropFirst(), ["**Finds**", "**Why it matters:** ", "**Example:** ", "**Quiet:** "])
            {
                #expect(paragraph.hasPrefix(start), "\(page.code)")
            }
        }
    }

    @Test("the pages at run time are those of the doc comments")
    func sourceIsCurrent() throws {
        var text = """
            // swift-format-ignore-file
            // Generated from the doc comments of the rules; IMRD_REGENERATE=1 with the tests of AnomalyRules writes it anew.

            /// The manual pages of the rules by their codes, a paragraph on each line.
            enum RulePages {
                static let texts: [String: String] = [

            """
        for page in RulePage.all {
            text += "        \"\(page.code)\": #\"\"\"\n"
            for paragraph in try Self.paragraphs(page) { text += "            \(paragraph)\n" }
            text += "            \"\"\"#,\n"
        }
        text += "    ]\n}\n"
        #expect(try DocComments.isCurrent(text, at: "Sources/AnomalyRules/RulePages.swift"))
    }

    @Test("Docs/Anomalies.md is that of the doc comments")
    func documentIsCurrent() throws {
        var text = """
            # Anomalies

            Generated from the doc comments of the rules. **error**: do not rely on this letter before somebody looked;
            **warning**: look; **info**: good to know; **notice**: somebody must act; **held**: the file is not filed as a letter.
            Codes are for ever.

            | code | name | severity |
            |---|---|---|

            """
        for page in RulePage.all {
            let severity = page.severity.rawValue + (page.isOnByDefault ? "" : ", off by default")
            text += "| [\(page.code)](#\(page.code.lowercased())-\(page.name)) | \(page.name) | \(severity) |\n"
        }
        for page in RulePage.all {
            let paragraphs = try Self.paragraphs(page)
            text += "\n## \(page.code) \(page.name)\n\n" + paragraphs.joined(separator: "\n\n") + "\n"
        }
        #expect(try DocComments.isCurrent(text, at: "Docs/Anomalies.md"))
    }

    @Test("a page is found by its code and prints without marks")
    func pagesArePrinted() throws {
        let page = try #require(RulePage(of: "R01"))
        #expect(page.title == "R01 reviewer-out-of-state (info, off by default)")
        #expect(page.description.hasPrefix(page.title + "\n\n"))
        #expect(!page.description.contains("**"))
        #expect(RulePage(of: "T99") == nil)
    }
}
