import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import ReviewSite

@Suite("Pages")
struct PageTests {
    /// Every page, and something that stands on it.
    static let pages = [
        ("/", "To be done next"), ("/anomalies", "Item 2 is upheld, but its rationale says otherwise."),
        ("/anomalies?view=grouped", "decision-contradicts-rationale"), ("/anomalies?severity=info", "No finding fits"),
        ("/letters/\(InventedOffice.arrivals[0])", "<mark class=\"error\""), ("/letters/CM16-9999901", "Expected"),
        ("/deadlines", "authorize within 5 working days"), ("/deadlines?view=done", "Nothing was done yet."),
        ("/deadlines?view=petitions", "petition, if at all"), ("/search", "CM16-9999902"),
        ("/search?outcome=mixed", "CM16-9999901"), ("/held", "The file is no final determination letter."),
        ("/statistics", "<svg class=\"chart\""), ("/statistics?days=all", "Outcomes by category"),
        ("/rules", "A section of the letter"), ("/rules/D01", "decision-contradicts-rationale"),
    ]

    @Test("every page answers, with its heading, its title and what it is about", arguments: pages)
    func everyPage(address: String, content: String) async throws {
        try await InventedOffice().browsing { browser, _ in
            let response = try await browser.get(address)
            #expect(response.status == .ok)
            #expect(response.headers[.contentType] == "text/html; charset=utf-8")
            #expect(response.text.contains(content))
            #expect(response.text.components(separatedBy: "<h1").count == 2)
            #expect(response.text.contains("· imrd</title>"))
        }
    }

    @Test(
        "every list is there as JSON and as CSV",
        arguments: ["anomalies", "deadlines", "search", "held", "statistics", "rules"])
    func everyList(name: String) async throws {
        try await InventedOffice().browsing { browser, _ in
            let json = try await browser.get("/\(name).json")
            #expect(json.status == .ok)
            #expect(json.headers[.contentType] == "application/json")
            #expect(json.text.hasPrefix("[\n{\""))
            let csv = try await browser.get("/\(name).csv")
            #expect(csv.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"\(name)-") == true)
            #expect(csv.text.split(separator: "\r\n").count > 1)
        }
    }

    @Test("the deadlines are there as a calendar")
    func calendar() async throws {
        try await InventedOffice().browsing { browser, _ in
            let response = try await browser.get("/deadlines.ics")
            #expect(response.text.hasPrefix("BEGIN:VCALENDAR\r\n"))
            #expect(response.headers[.contentType] == "text/calendar; charset=utf-8")
        }
    }

    @Test("without a register the pages say so, and those that need none still answer")
    func withoutRegister() async throws {
        let office = try InventedOffice()
        try office.removeRegister()
        try await office.browsing { browser, _ in
            let response = try await browser.get("/anomalies")
            #expect(response.status == .serviceUnavailable)
            #expect(response.text.contains("imrd reindex"))
            let answer = try await browser.get("/rules")
            #expect(answer.status == .ok)
        }
    }

    @Test("without a daemon the pages say so, and lists are shown all the same")
    func withoutDaemon() async throws {
        let office = try InventedOffice()
        office.stopDaemon()
        try await office.browsing { browser, _ in
            let response = try await browser.get("/anomalies")
            #expect(response.status == .ok)
            #expect(response.text.contains("The daemon does not run"))
        }
    }

    @Test(
        "an address that leads nowhere is a calm page",
        arguments: [
            ("/nothing", 404), ("/letters/CM16-0000001", 404), ("/letters/..%2F..%2Fetc", 404), ("/rules/Z99", 404),
            ("/anomalies?severity=bad", 400), ("/anomalies?from=yesterday", 400), ("/statistics?days=7", 400),
        ])
    func nowhere(address: String, status: Int) async throws {
        try await InventedOffice().browsing { browser, _ in
            let response = try await browser.get(address)
            #expect(response.status.code == status)
            #expect(response.text.contains("<h1>"))
        }
    }
}
