import Determinations
import Foundation
import Review
import Testing

@testable import ReviewSite

@Suite("Addresses and forms")
struct AddressTests {
    @Test(
        "the site listens on this machine alone",
        arguments: [
            ("127.0.0.1:8437", true), ("[::1]:8437", true), ("localhost:80", true), ("/run/imrd/site.sock", true),
            // Every interface, another machine's, no port, a port that is none.
            ("0.0.0.0:8437", false), ("192.168.1.2:8437", false), ("127.0.0.1", false), ("127.0.0.1:70000", false),
            ("", false), ("run/site.sock", false),
        ])
    func listening(text: String, isOne: Bool) {
        #expect((SiteAddress(text) != nil) == isOne)
    }

    @Test("the socket of systemd is taken by the process alone that it is for")
    func handed() {
        let own = String(getpid())
        #expect(HandedSocket.find(["LISTEN_PID": own, "LISTEN_FDS": "1"]) == 3)
        #expect(HandedSocket.find(["LISTEN_PID": "1", "LISTEN_FDS": "1"]) == nil)
        #expect(HandedSocket.find([:]) == nil)
    }

    @Test("the fields of a form are read as a browser writes them")
    func form() {
        let form = FormBody("comment=a+b%26c%0D%0A%C3%A9&finding=1.1&finding=1.2&empty=+&broken=%zz&lone")
        #expect(form["comment"] == "a b&c\r\né")
        #expect(form.all("finding") == ["1.1", "1.2"])
        #expect(form["empty"] == nil)
        #expect(form["broken"] == nil)
        #expect(form["lone"] == nil)
    }

    @Test("a text survives its way through an address", arguments: ["a b&c=d", "é漢\u{202E}", "\"<>#?+%"])
    func query(text: String) {
        #expect(FormBody("q=" + text.asQueryValue)["q"] == text)
    }

    @Test("numbers, times and days are written for people")
    func wording() throws {
        let day = try #require(CalendarDate("2026-11-21"))
        let wording = Wording(timeZone: .init(identifier: "America/Los_Angeles") ?? .gmt, today: day)
        #expect(Wording.number(1_234_567) == "1,234,567")
        #expect(Wording.number(999) == "999")
        #expect(wording.day(day) == "Sat, Nov 21")
        #expect(wording.day("2025-01-01") == "Wed, Jan 1, 2025")
        #expect(wording.time("2026-11-21T16:04:11.927Z") == "08:04")
        #expect(wording.time("2026-07-01T06:30:00.000Z") == "Jun 30, 23:30")
        #expect(wording.time("not a time") == "not a time")
        #expect(Wording.within(-1) == "1 day overdue")
    }
}
