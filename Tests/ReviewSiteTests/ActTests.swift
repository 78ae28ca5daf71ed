import HTTPTypes
import HummingbirdTesting
import Records
import Testing

@testable import ReviewSite

@Suite("What reviewers do")
struct ActTests {
    static let letter = "/letters/\(InventedOffice.arrivals[0])"

    @Test("an act goes to the daemon under the reviewer's name, and the next page says that it was done")
    func resolve() async throws {
        try await InventedOffice().browsing { browser, office in
            let response = try await browser.post(
                Self.letter + "/findings",
                [
                    "token": try await browser.token(), "finding": "0.1", "act": "resolve",
                    "comment": "asked the reviewer",
                ])
            #expect(response.headers[.location] == Self.letter + "#finding-0.1")
            let request = try #require(office.requests.last)
            #expect(request["actor"]?.text == "ana")
            #expect(request["act"]?.text == "resolve")
            #expect(request["findings"]?.elements.map(\.text) == ["0.1"])
            #expect(request["comment"]?.text == "asked the reviewer")
            let answer = try await browser.get("/rules")
            #expect(answer.text.contains("1 finding resolved."))
            let second = try await browser.get("/rules")
            #expect(!second.text.contains("1 finding resolved."))
        }
    }

    @Test("dismissing without a reason is refused, and the comment is not lost")
    func dismiss() async throws {
        try await InventedOffice().browsing { browser, office in
            _ = try await browser.post(
                Self.letter + "/findings",
                ["token": try await browser.token(), "finding": "0.1", "act": "dismiss", "comment": "long words"])
            #expect(office.requests.isEmpty)
            let page = try await browser.get("/rules").text
            #expect(page.contains("dismissing needs a reason"))
            #expect(page.contains("long words"))
        }
    }

    @Test("a finding of another letter is not touched from this one")
    func otherLetter() async throws {
        try await InventedOffice().browsing { browser, office in
            _ = try await browser.post(
                Self.letter + "/findings", ["token": try await browser.token(), "finding": "1.1", "act": "resolve"])
            #expect(office.requests.isEmpty)
        }
    }

    @Test("only the ticked findings of a list are meant")
    func ticked() async throws {
        try await InventedOffice().browsing { browser, office in
            let response = try await browser.post(
                "/anomalies",
                [
                    "token": try await browser.token(), "finding": "0.1", "finding": "1.1", "scope": "ticked",
                    "act": "acknowledge", "back": "/anomalies?severity=error",
                ])
            #expect(response.headers[.location] == "/anomalies?severity=error")
            #expect(office.requests.last?["findings"]?.elements.map(\.text) == ["0.1", "1.1"])
        }
    }

    @Test("a whole list is done only after its number was shown and confirmed")
    func wholeList() async throws {
        try await InventedOffice().browsing { browser, office in
            let token = try await browser.token()
            let asking = try await browser.post(
                "/anomalies", ["token": token, "scope": "all", "filter": "rule=D03", "act": "acknowledge"])
            #expect(asking.status == .ok)
            #expect(asking.text.contains("2 findings of 2 letters"))
            #expect(office.requests.isEmpty)
            _ = try await browser.post(
                "/anomalies", ["token": token, "scope": "all", "filter": "rule=D03", "act": "acknowledge", "sure": "1"])
            #expect(office.requests.isEmpty, "another number was confirmed than there is now")
            _ = try await browser.post(
                "/anomalies", ["token": token, "scope": "all", "filter": "rule=D03", "act": "acknowledge", "sure": "2"])
            #expect(office.requests.last?["findings"]?.elements.map(\.text) == ["1.2", "0.2"])
        }
    }

    @Test("a deadline is done, and a day of receipt corrected with a reason")
    func deadlines() async throws {
        try await InventedOffice().browsing { browser, office in
            let token = try await browser.token()
            _ = try await browser.post("/deadlines", ["token": token, "deadline": "0.1-authorize"])
            #expect(office.requests.last?["act"]?.text == "done")
            _ = try await browser.post(Self.letter + "/receipt", ["token": token, "received": "2026-11-18"])
            #expect(office.requests.count == 1, "a reason was missing")
            _ = try await browser.post(
                Self.letter + "/receipt", ["token": token, "received": "2026-11-18", "reason": "came by mail"])
            #expect(office.requests.last?["receivedOn"]?.text == "2026-11-18")
        }
    }

    @Test("a held file is released, or discarded with a reason; a letter is commented")
    func held() async throws {
        try await InventedOffice().browsing { browser, office in
            let token = try await browser.token()
            let arrival = "01KAJB1N4T0000000000000003"
            _ = try await browser.post("/held", ["token": token, "arrival": arrival, "act": "discard"])
            #expect(office.requests.isEmpty, "a reason was missing")
            _ = try await browser.post(
                "/held", ["token": token, "arrival": arrival, "act": "discard", "comment": "an invoice"])
            #expect(office.requests.last?["reason"]?.text == "an invoice")
            _ = try await browser.post("/held", ["token": token, "arrival": arrival, "act": "release"])
            #expect(office.requests.last?["request"]?.text == "release")
            _ = try await browser.post(Self.letter + "/comment", ["token": token, "comment": "called the adjuster"])
            #expect(office.requests.last?["letter"]?.integer == 0)
            #expect(office.requests.allSatisfy { $0["actor"]?.text == "ana" })
        }
    }

    @Test("each view of a letter is recorded; while no daemon runs, in the site's own log")
    func views() async throws {
        try await InventedOffice().browsing { browser, office in
            _ = try await browser.get(Self.letter)
            _ = try await browser.get(Self.letter + "/original")
            #expect(office.requests.map { $0["act"]?.text } == ["viewed", "viewed"])
            _ = try await browser.get("/anomalies.csv")
            #expect(office.requests.last?["list"]?.text == "anomalies")
            #expect(office.requests.last?["count"]?.integer == 4)
            office.stopDaemon()
            let answer = try await browser.get(Self.letter)
            #expect(answer.status == .ok)
            let line = try office.accessLines().last
            #expect(line?["did"]?.text == "viewed")
            #expect(line?["what"]?.text == InventedOffice.arrivals[0])
        }
    }

    @Test("without a daemon an act is not recorded, and the page says so")
    func withoutDaemon() async throws {
        let office = try InventedOffice()
        office.stopDaemon()
        try await office.browsing { browser, _ in
            _ = try await browser.post(
                Self.letter + "/findings", ["token": try await browser.token(), "finding": "0.1", "act": "resolve"])
            let answer = try await browser.get("/rules")
            #expect(answer.text.contains("Nothing was recorded: no daemon runs"))
        }
    }
}
