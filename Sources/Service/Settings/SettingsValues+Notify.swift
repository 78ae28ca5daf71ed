import Foundation

extension SettingsValues {
    /// The settings of `imrd notify`.
    func notify(from defaults: NotifySettings) throws(SettingsFailure) -> NotifySettings {
        var settings = defaults
        settings.path = try path("notify.path", settings.path)
        settings.command = try names("notify.command", settings.command)
        settings.url = try url("notify.url", settings.url)
        settings.mail = try names("notify.mail", settings.mail)
        for address in settings.mail { try checkAddress("notify.mail", address) }
        settings.mailFrom = try string("notify.mailFrom") ?? settings.mailFrom
        try checkAddress("notify.mailFrom", settings.mailFrom)
        settings.mailThrough = try string("notify.mailThrough") ?? settings.mailThrough
        settings.kinds = try kinds("notify.kinds", settings.kinds)
        settings.digestMinute = try minute("notify.digestTime", settings.digestMinute)
        settings.details = try boolean("notify.details", settings.details)
        return settings
    }

    private func url(_ key: String, _ standard: String) throws(SettingsFailure) -> String {
        guard let text = try string(key), !text.isEmpty else { return standard }
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host() != nil else {
            throw failure(key, "is no address of a web server", "write one that starts with https://")
        }
        return text
    }

    private func checkAddress(_ key: String, _ text: String) throws(SettingsFailure) {
        if text.wholeMatch(of: /[^\s<>,;"\\]+@[^\s<>,;"\\@]+/) == nil || text.hasPrefix("-") {
            throw failure(key, "\"\(text)\" is no address of mail", "write one such as clerk@example.org")
        }
    }

    private func kinds(_ key: String, _ standard: [Notice.Kind]) throws(SettingsFailure) -> [Notice.Kind] {
        var kinds: [Notice.Kind] = []
        for name in try names(key, standard.map(\.rawValue)) {
            guard let kind = Notice.Kind(rawValue: name) else {
                let all = Notice.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw failure(key, "\"\(name)\" is not valid", "write some of \(all)")
            }
            kinds.append(kind)
        }
        return kinds
    }

    private func minute(_ key: String, _ standard: Int) throws(SettingsFailure) -> Int {
        guard let text = try string(key) else { return standard }
        guard let match = text.wholeMatch(of: /(\d\d):(\d\d)/), let hour = Int(match.1), let minute = Int(match.2),
            hour < 24, minute < 60
        else { throw failure(key, "\"\(text)\" is no time of day", "write one such as \"07:00\"") }
        return hour * 60 + minute
    }
}
