import HTTPTypes
import HummingbirdTesting
import Testing

@testable import ReviewSite

@Suite("Headers")
struct HeaderTests {
    @Test(
        "every answer forbids framing, foreign scripts, guessing of types and keeping",
        arguments: ["/", "/nothing", "/letters/CM16-9999901", "/anomalies.csv", "/login"])
    func everyAnswer(address: String) async throws {
        try await InventedOffice().browsing { browser, _ in
            let headers = try await browser.get(address).headers
            let policy = try #require(headers[.contentSecurityPolicy])
            for part in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"] {
                #expect(policy.contains(part))
            }
            #expect(!policy.contains("unsafe"))
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.cacheControl] == "no-store")
            #expect(headers[try #require(HTTPField.Name("Referrer-Policy"))] == "same-origin")
        }
    }

    @Test("style sheet, script and icon may be kept, because their names hold their hash")
    func assets() async throws {
        try await InventedOffice().site().application().test(.router) { client in
            for file in Assets.all {
                let response = try await Browser(client).get(file.address)
                #expect(response.status == .ok)
                #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
                #expect(response.headers[.contentType] == file.type)
            }
        }
    }
}
