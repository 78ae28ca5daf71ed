import Foundation
import HTTPTypes
import HummingbirdTesting
import InMemoryLogging
import Logging
import Testing

@testable import ReviewSite

@Suite("What the site says in the journal")
struct JournalTests {
    private static let arrival = InventedOffice.arrivals[0]

    @Test("a login that was refused is told with the address it came from, and without the name")
    func refused() async throws {
        try await InventedOffice().browsing { browser, office in
            _ = try await browser.post("/login", ["name": "ben", "password": "not his"])
            let entry = try #require(office.journal.entries.last)
            #expect(entry.message == "a login was refused")
            #expect(entry.metadata.keys.sorted() == ["address", "page"])
            #expect(!office.says("ben"))
        }
    }

    @Test("an act that nobody recorded is told with its letter and its kind, and without comment and reviewer")
    func act() async throws {
        try await InventedOffice().browsing { browser, office in
            let token = try await browser.token()
            office.stopDaemon()
            _ = try await browser.post(
                ActTests.letter + "/findings",
                ["token": token, "finding": "0.1", "act": "resolve", "comment": "long words"])
            let entry = try #require(office.journal.entries.last)
            #expect(entry.level == .warning)
            #expect(entry.message == "an act was not recorded")
            #expect(entry.metadata["arrival"] == "\(Self.arrival)")
            #expect(entry.metadata["act"] == "resolve")
            #expect(entry.metadata["page"] == "/letters/{arrival}/findings")
            #expect(!office.says("long words"))
            #expect(!office.says("ana"))
        }
    }

    @Test("what a reviewer forgot to say is no matter for the journal")
    func invalid() async throws {
        try await InventedOffice().browsing { browser, office in
            _ = try await browser.post(
                ActTests.letter + "/findings",
                ["token": try await browser.token(), "finding": "0.1", "act": "dismiss"])
            #expect(office.journal.entries.isEmpty)
        }
    }

    @Test("a request that failed is told with its page and letter")
    func failed() async throws {
        try await InventedOffice().browsing { browser, office in
            try FileManager.default.removeItem(atPath: office.folder + "/archive")
            let response = try await browser.get(ActTests.letter + "/original")
            #expect(response.status == .internalServerError)
            let entry = try #require(office.journal.entries.last)
            #expect(entry.level == .error)
            #expect(entry.metadata["arrival"] == "\(Self.arrival)")
            #expect(entry.metadata["page"] == "/letters/{arrival}/original")
        }
    }
}

extension InventedOffice {
    /// Whether some line of the journal holds a text.
    fileprivate func says(_ text: String) -> Bool {
        journal.entries.contains { "\($0.message) \($0.metadata)".contains(text) }
    }
}
