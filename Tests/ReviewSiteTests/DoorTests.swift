import HTTPTypes
import HummingbirdTesting
import Records
import Review
import Testing

@testable import ReviewSite

@Suite("The door")
struct DoorTests {
    @Test("who is not logged in is led to the login, and learns nothing from files")
    func outside() async throws {
        try await InventedOffice().site().application().test(.router) { client in
            let browser = Browser(client)
            let page = try await browser.get("/anomalies?rule=D01")
            #expect(page.status == .seeOther)
            #expect(page.headers[.location] == "/login?next=/anomalies%3Frule%3DD01")
            for address in ["/anomalies.json", "/search.csv"] {
                let response = try await browser.get(address)
                #expect(response.status == .unauthorized)
                #expect(!response.text.contains("CM16"))
            }
            let answer = try await browser.post("/anomalies", ["act": "resolve"])
            #expect(answer.status == .unauthorized)
        }
    }

    @Test("a right name and password lead to the page that was asked for, with a cookie for this site alone")
    func welcome() async throws {
        let office = try InventedOffice()
        try await office.site().application().test(.router) { client in
            let response = try await Browser(client).post(
                "/login", ["name": "Ana", "password": InventedOffice.password, "next": "/deadlines"])
            #expect(response.headers[.location] == "/deadlines")
            let cookie = try #require(response.headers[.setCookie])
            #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
        }
        #expect(try office.accessLines().map { $0["did"]?.text } == ["logged-in"])
    }

    @Test("behind a proxy with https the cookie is Secure, and the peer is the one that the proxy names")
    func proxy() async throws {
        let office = try InventedOffice()
        try await office.site { $0.isBehindProxy = true }.application().test(.router) { client in
            var headers: HTTPFields = [.origin: "https://localhost"]
            headers[try #require(HTTPField.Name("X-Forwarded-Proto"))] = "https"
            headers[try #require(HTTPField.Name("X-Forwarded-For"))] = "6.6.6.6, 10.1.2.3"
            let response = try await Browser(client).post(
                "/login", ["name": "ana", "password": InventedOffice.password], headers)
            #expect(response.headers[.setCookie]?.hasSuffix("; Secure") == true)
        }
        #expect(try office.accessLines().last?["peer"]?.text == "10.1.2.3")
    }

    @Test("a wrong password and an unknown name are refused alike, and after three the name has to wait")
    func refusals() async throws {
        let office = try InventedOffice()
        var site = try office.site()
        let start = ContinuousClock.now
        // The clock stands still: on a busy machine the wait would be over before the next attempt comes.
        site.login = Login(reviewers: office.reviewers, now: { start })
        try await site.application().test(.router) { client in
            let browser = Browser(client)
            for _ in 1...3 {
                let response = try await browser.post("/login", ["name": "ana", "password": "wrong"])
                #expect(response.status == .unauthorized)
                #expect(response.text.contains("do not belong together"))
            }
            let fourth = try await browser.post("/login", ["name": "ana", "password": InventedOffice.password])
            #expect(fourth.status == .tooManyRequests)
            #expect(fourth.headers[.retryAfter] != nil)
            #expect(
                try await browser.post("/login", ["name": "bea", "password": "wrong"]).text.contains("do not belong"))
        }
        #expect(try office.accessLines().filter { $0["did"]?.text == "refused" }.count == 4)
    }

    @Test(
        "after the login nobody is led to another site",
        arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "/a\nb", "javascript:alert(1)"])
    func elsewhere(next: String) async throws {
        let office = try InventedOffice()
        try await office.site().application().test(.router) { client in
            let response = try await Browser(client).post(
                "/login", ["name": "ana", "password": InventedOffice.password, "next": next])
            #expect(response.headers[.location] == "/")
        }
        #expect(try office.accessLines().map { $0["did"]?.text } == ["logged-in"])
    }

    @Test("who logs out is out, though the cookie is sent again")
    func logOut() async throws {
        try await InventedOffice().browsing { browser, _ in
            let response = try await browser.post("/logout", ["token": try await browser.token()])
            #expect(response.headers[.setCookie]?.contains("Max-Age=0") == true)
            let answer = try await browser.get("/")
            #expect(answer.status == .seeOther)
        }
    }

    @Test("who is removed is logged off")
    func removed() async throws {
        try await InventedOffice().browsing { browser, office in
            let answer = try await browser.get("/rules")
            #expect(answer.status == .ok)
            try office.reviewers.remove("ana")
            let second = try await browser.get("/rules")
            #expect(second.status == .seeOther)
        }
    }
}
