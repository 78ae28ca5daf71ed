import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Review
import Testing

@testable import ReviewSite

/// What a reviewer's browser does, in memory: keeps the cookie, sends forms with their token and Origin.
struct Browser {
    let client: any TestClientProtocol
    private(set) var cookie: String?

    init(_ client: any TestClientProtocol) { self.client = client }

    /// Asks for a page.
    func get(_ address: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await client.execute(uri: address, method: .get, headers: withCookie(headers))
    }

    /// Sends a form; `headers` replace what a browser would send.
    func post(_ address: String, _ fields: KeyValuePairs<String, String>, _ headers: HTTPFields? = nil) async throws
        -> TestResponse
    {
        let body = fields.map { "\($0.key)=\($0.value.asQueryValue)" }.joined(separator: "&")
        return try await client.execute(
            uri: address, method: .post, headers: withCookie(headers ?? [.origin: "http://localhost"]),
            body: ByteBuffer(string: body))
    }

    /// Logs in.
    mutating func logIn(_ name: String = "ana", _ password: String = InventedOffice.password) async throws
        -> TestResponse
    {
        let response = try await post("/login", ["name": name, "password": password])
        cookie = response.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        return response
    }

    /// The token of the forms on a page.
    func token() async throws -> String {
        let page = try await get("/rules").text
        let start = try #require(page.range(of: "name=\"token\" value=\"")?.upperBound)
        return String(page[start...].prefix { $0 != "\"" })
    }

    private func withCookie(_ headers: HTTPFields) -> HTTPFields {
        var headers = headers
        if let cookie { headers[.cookie] = cookie }
        return headers
    }
}

extension ReviewSite {
    /// The site without a socket.
    func application() -> some ApplicationProtocol { Application(router: router()) }
}

extension TestResponse {
    /// The body as text.
    var text: String { String(buffer: body) }
}

extension InventedOffice {
    /// Runs something in a browser whose reviewer is logged in.
    func browsing(
        _ body: @escaping @Sendable (Browser, InventedOffice) async throws -> Void
    ) async throws {
        try await site().application().test(.router) { client in
            var browser = Browser(client)
            let answer = try await browser.logIn()
            #expect(answer.status == .seeOther)
            try await body(browser, self)
        }
    }
}
