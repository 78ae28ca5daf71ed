import HTTPTypes
import HummingbirdTesting
import Review
import Testing

@testable import ReviewSite

@Suite("Forged requests")
struct ForgeryTests {
    @Test("a form without the token of its session changes nothing", arguments: [nil, "", "wrong"])
    func token(token: String?) async throws {
        try await InventedOffice().browsing { browser, office in
            let finding = ["finding": "0.1", "act": "acknowledge"]
            let response =
                if let token {
                    try await browser.post("/anomalies", ["finding": "0.1", "act": "acknowledge", "token": token])
                } else {
                    try await browser.post("/anomalies", ["finding": "0.1", "act": "acknowledge"])
                }
            #expect(response.status == .forbidden, "\(finding)")
            #expect(office.requests.isEmpty)
        }
    }

    @Test(
        "a form from elsewhere changes nothing",
        arguments: [
            // No Origin at all.
            (nil, nil),
            // Another site, another port, another scheme, a sandboxed frame.
            ("http://evil.example", nil), ("http://localhost:1234", nil), ("https://localhost", nil), ("null", nil),
            // The right Origin, but the browser says that another site sent it.
            ("http://localhost", "cross-site"), ("http://localhost", "same-site"),
        ] as [(String?, String?)])
    func origin(origin: String?, site: String?) async throws {
        try await InventedOffice().browsing { browser, office in
            var headers = HTTPFields()
            headers[.origin] = origin
            headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = site
            let response = try await browser.post(
                "/anomalies", ["finding": "0.1", "act": "acknowledge", "token": try await browser.token()], headers)
            #expect(response.status == .forbidden)
            #expect(office.requests.isEmpty)
        }
    }

    @Test("another host than those of the site is not served", arguments: ["/", "/login", "/assets/site.css"])
    func host(address: String) async throws {
        try await InventedOffice().site { $0.hosts = ["review.example"] }.application().test(.router) { client in
            let answer = try await Browser(client).get(address)
            #expect(answer.status == .misdirectedRequest)
        }
    }

    @Test("a form that is too large is refused")
    func large() async throws {
        try await InventedOffice().browsing { browser, _ in
            let comment = String(repeating: "a", count: SiteContext.largestForm)
            let answer = try await browser.post("/anomalies", ["comment": comment])
            #expect(answer.status == .contentTooLarge)
        }
    }
}
