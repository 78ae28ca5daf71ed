import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import ReviewSite

@Suite("Hostile letters and names")
struct HostileTextTests {
    @Test("no page lets a tag, an attribute or an invisible character through", arguments: PageTests.pages.map(\.0))
    func pages(address: String) async throws {
        try await InventedOffice(hostile: true).browsing { browser, _ in
            let text = try await browser.get(address).text
            #expect(!text.contains("<script>"))
            #expect(!text.contains("alert(1)</script>\"'"))
            #expect(!text.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && isInvisible($0) })
        }
    }

    @Test("what was hostile is shown, so that a reader sees it")
    func visible() async throws {
        try await InventedOffice(hostile: true).browsing { browser, _ in
            let text = try await browser.get("/letters/\(InventedOffice.arrivals[0])").text
            #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;␛[31m⟨U+202E⟩=cmd()"))
        }
    }

    @Test("no CSV file has a formula or a control character", arguments: ["anomalies", "deadlines", "search", "held"])
    func csv(name: String) async throws {
        try await InventedOffice(hostile: true).browsing { browser, _ in
            let text = try await browser.get("/\(name).csv").text
            #expect(!text.unicodeScalars.contains { !"\r\n".unicodeScalars.contains($0) && isInvisible($0) })
            for cell in text.split(whereSeparator: { ",\r\n".contains($0) || $0 == "\r\n" }) {
                #expect(!["=", "+", "@"].contains(cell.first { $0 != "\"" }))
            }
        }
    }

    @Test("the original is a file to keep, whatever it is")
    func original() async throws {
        try await InventedOffice(hostile: true).browsing { browser, _ in
            let response = try await browser.get("/letters/\(InventedOffice.arrivals[0])/original")
            #expect(response.headers[.contentType] == "application/octet-stream")
            #expect(response.headers[.contentDisposition] == "attachment; filename=\"CM16-9999901-0.txt\"")
            #expect(response.text.contains(InventedOffice.hostile))
            let text = try await browser.get("/letters/\(InventedOffice.arrivals[0])/text")
            #expect(text.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(text.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        }
    }

    private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
}
