import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import ReviewSite

@Suite("The metrics")
struct MetricsRouteTests {
    private static let token = "0123456789abcdef0123456789abcdef"

    private static let attempts: [(made: String?, shown: String?, status: Int)] = [
        // No token was made: there is no such page.
        (nil, "Bearer \(token)", 404),
        // A token that can be guessed is none.
        ("short", "Bearer short", 404),
        // Nothing is shown, or another token, or the token as something else.
        (token, nil, 401), (token, "Bearer 0", 401), (token, "Basic \(token)", 401), (token, "Bearer", 401),
        // The token, with the end of line that every editor adds.
        ("\(token)\n", "Bearer \(token)", 200),
    ]

    @Test("only who shows the token reads them", arguments: attempts)
    func access(made: String?, shown: String?, status: Int) async throws {
        let office = try InventedOffice()
        try made?.write(toFile: office.folder + "/metrics-token", atomically: true, encoding: .utf8)
        try await office.site().application().test(.router) { client in
            var headers = HTTPFields()
            headers[.authorization] = shown
            let answer = try await Browser(client).get("/metrics", headers)
            #expect(answer.status.code == status)
            #expect(answer.text.contains("imrd_up 1") == (status == 200))
        }
    }

    @Test("a reviewer's cookie is no token, and without a daemon there are none")
    func others() async throws {
        let office = try InventedOffice()
        try Self.token.write(toFile: office.folder + "/metrics-token", atomically: true, encoding: .utf8)
        try await office.browsing { browser, office in
            #expect(try await browser.get("/metrics").status == .unauthorized)
            office.stopDaemon()
            let answer = try await browser.get("/metrics", [.authorization: "Bearer " + Self.token])
            #expect(answer.status == .serviceUnavailable)
        }
    }
}
