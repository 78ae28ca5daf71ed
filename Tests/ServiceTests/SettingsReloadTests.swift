import Determinations
import Testing

@testable import Service

@Suite("Taking over a configuration that was read again")
struct SettingsReloadTests {
    private let settings = Settings(locations: .below(root: "/srv/imrd"))

    @Test("every key of the daemon either changes while it runs or is told to wait for a new start")
    func everyKey() {
        let others = ["deadlines.", "site.", "notify."]
        let own = SettingsReader.keys.filter { key in !others.contains { key.hasPrefix($0) } }
        #expect(Settings.daemonKeys.map(\.name).sorted() == own.sorted())
    }

    @Test("what can change does, what cannot stays, and both are named")
    func mixed() {
        var new = settings
        new.quietPeriod = 5000
        new.ruleSeverities = ["D14": .warning]
        new.timeZone = "UTC"
        new.locations.inbox = "/elsewhere"
        let reload = settings.reloaded(from: new)
        #expect(reload.changed == ["inbox.quietPeriod", "rules.severities"])
        #expect(reload.atNextStart == ["inbox.path", "archive.timeZone"])
        var expected = settings
        expected.quietPeriod = 5000
        expected.ruleSeverities = ["D14": .warning]
        #expect(reload.settings == expected)
    }

    @Test("what was put back is no change any more")
    func putBack() {
        var new = settings
        new.timeZone = "UTC"
        let first = settings.reloaded(from: new).settings
        #expect(first.reloaded(from: settings) == Settings.Reload(settings: settings))
    }
}
