import Foundation
import Testing

@testable import ReviewSite

@Suite("Templates")
struct TemplateTests {
    static let texts = Templates.files.map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }

    @Test("every template of the folder is known, and parses")
    func parsing() throws {
        _ = try Templates()
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/ReviewSite/Assets")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".mustache")
        }
        #expect(names.map { String($0.dropLast(9)) }.sorted() == Self.texts.map(\.0).sorted())
    }

    @Test("nothing is written unescaped, and nothing that the policy forbids stands in them", arguments: texts)
    func safety(name: String, text: String) throws {
        for forbidden in ["{{{", "{{&", "{{%", " style=", "<style", "javascript:", "<script>"] {
            #expect(!text.contains(forbidden), "\(forbidden)")
        }
        #expect(try !text.contains(Regex(#"\son[a-z]+="#)), "an inline handler")
        #expect(try !text.contains(Regex(#"\s[a-z-]+=\{\{"#)), "an attribute without quotation marks")
    }

    @Test("every form that changes something carries the token of its session", arguments: texts)
    func tokens(name: String, text: String) {
        let forms = text.components(separatedBy: "<form").dropFirst().filter { $0.contains("method=\"post\"") }
        for form in forms where name != "login" {
            #expect(form.contains("name=\"token\" value=\"{{token}}\""))
        }
    }

    @Test(
        "a text is shown as it is, and what could do something is shown as what it is",
        arguments: [
            ("plain text, é, 漢字, 👍", "plain text, é, 漢字, 👍"), ("a\tb\nc", "a\tb\nc"),
            ("<b title='x'>\"&", "&lt;b title=&#39;x&#39;&gt;&quot;&amp;"), ("\u{1B}[2J\u{7F}\r", "␛[2J␡␍"),
            ("a\u{202E}b\u{200B}c\u{2028}", "a⟨U+202E⟩b⟨U+200B⟩c⟨U+2028⟩"), ("\u{85}\u{FEFF}", "⟨U+0085⟩⟨U+FEFF⟩"),
        ])
    func safeText(text: String, shown: String) {
        #expect(SafeText().escapeText(text) == shown)
    }
}
