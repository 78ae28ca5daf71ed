extension Settings {
    /// What a running daemon makes of a configuration that was read again.
    struct Reload: Hashable {
        /// The settings that hold from now on.
        var settings: Settings
        /// The keys that have another value now.
        var changed: [String] = []
        /// The keys whose other value needs a new start.
        var atNextStart: [String] = []
    }

    /// These settings with what can change while the daemon runs as others have it.
    func reloaded(from others: Settings) -> Reload {
        var reload = Reload(settings: self)
        for key in Self.daemonKeys where key.differs(self, others) {
            if let take = key.take {
                take(&reload.settings, others)
                reload.changed.append(key.name)
            } else {
                reload.atNextStart.append(key.name)
            }
        }
        return reload
    }

    /// A key that the daemon goes by.
    struct DaemonKey: Sendable {
        let name: String
        let differs: @Sendable (Settings, Settings) -> Bool
        /// Takes the value over from the second; nil where that needs a new start.
        let take: (@Sendable (inout Settings, Settings) -> Void)?

        static func live<Value: Equatable & SendableMetatype>(
            _ name: String, _ path: any WritableKeyPath<Settings, Value> & Sendable
        ) -> DaemonKey {
            DaemonKey(name: name, differs: { $0[keyPath: path] != $1[keyPath: path] }) {
                $0[keyPath: path] = $1[keyPath: path]
            }
        }

        static func atStart<Value: Equatable & SendableMetatype>(
            _ name: String, _ path: any KeyPath<Settings, Value> & Sendable
        ) -> DaemonKey {
            DaemonKey(name: name, differs: { $0[keyPath: path] != $1[keyPath: path] }, take: nil)
        }
    }

    /// The keys that the daemon goes by, in the order of Config/imrd.yaml.
    static let daemonKeys: [DaemonKey] = [
        .atStart("inbox.path", \.locations.inbox), .live("inbox.quietPeriod", \.quietPeriod),
        .live("inbox.scanInterval", \.scanInterval), .live("inbox.largestFile", \.largestFile),
        .live("inbox.ignoredNames", \.ignoredNames), .atStart("inbox.watch", \.watches),
        .atStart("archive.path", \.locations.archive), .atStart("archive.timeZone", \.timeZone),
        .atStart("held.path", \.locations.held), .atStart("log.path", \.locations.log),
        .atStart("log.origin", \.origin),
        .atStart("register.path", \.locations.register), .atStart("control.path", \.locations.control),
        .live("control.trustedUsers", \.trustedUsers), .atStart("reader.count", \.readers),
        .atStart("reader.pdftotext", \.pdftotext), .atStart("reader.ocr", \.readsScans), .live("rules.on", \.rulesOn),
        .live("rules.off", \.rulesOff),
        .live("rules.severities", \.ruleSeverities),
    ]
}
