import AnomalyRules
import Configuration
import Deadlines
import Determinations
import Foundation

/// Takes typed values from the configuration, with errors that say where and how to mend.
struct SettingsValues {
    let reader: ConfigReader
    let file: String?
    let lines: [String: Int]
    let environment: [String: String]

    func settings(from defaults: Settings) throws(SettingsFailure) -> Settings {
        var settings = defaults
        settings.locations.inbox = try path("inbox.path", settings.locations.inbox)
        settings.locations.archive = try path("archive.path", settings.locations.archive)
        settings.locations.held = try path("held.path", settings.locations.held)
        settings.locations.log = try path("log.path", settings.locations.log)
        settings.locations.register = try path("register.path", settings.locations.register)
        settings.locations.control = try path("control.path", settings.locations.control)
        settings.trustedUsers = try names("control.trustedUsers", settings.trustedUsers)
        settings.quietPeriod = try integer("inbox.quietPeriod", settings.quietPeriod, 0...3_600_000, "milliseconds")
        settings.scanInterval = try integer("inbox.scanInterval", settings.scanInterval, 1...86_400, "seconds")
        settings.largestFile = try integer("inbox.largestFile", settings.largestFile, 1024...1 << 30, "bytes")
        settings.ignoredNames = try names("inbox.ignoredNames", settings.ignoredNames)
        settings.watches = try boolean("inbox.watch", settings.watches)
        settings.timeZone = try timeZone("archive.timeZone", settings.timeZone)
        settings.origin = try origin("log.origin", settings.origin)
        settings.readers = try integer("reader.count", settings.readers, 0...64, "readers")
        settings.pdftotext = try string("reader.pdftotext") ?? settings.pdftotext
        settings.readsScans = try boolean("reader.ocr", settings.readsScans)
        settings.rulesOn = try codes("rules.on")
        settings.rulesOff = try codes("rules.off")
        settings.ruleSeverities = try severities("rules.severities")
        settings.holidays = try holidays("deadlines.holidays", settings.holidays)
        settings.closures = try days("deadlines.closures")
        settings.isServedByMail = try boolean("deadlines.servedByMail", settings.isServedByMail)
        settings.site = try site(from: settings.site)
        settings.notify = try notify(from: settings.notify)
        return settings
    }

    func failure(_ key: String, _ problem: String, _ remedy: String) -> SettingsFailure {
        let variable = SettingsReader.variable(key)
        // The environment overrides the file, so the value that is wrong is its own.
        return environment[variable] == nil
            ? SettingsFailure(file: file, line: lines[key], key: key, problem: problem, remedy: remedy)
            : SettingsFailure(file: nil, key: variable, problem: problem, remedy: remedy)
    }

    func string(_ key: String) throws(SettingsFailure) -> String? {
        do {
            return try reader.requiredString(forKey: ConfigKey(stringLiteral: key))
        } catch {
            if lines[key] == nil { return nil }
            throw failure(key, "is a list or a section", "write one value, as Config/imrd.yaml shows it")
        }
    }

    func path(_ key: String, _ standard: String) throws(SettingsFailure) -> String {
        guard let text = try string(key) else { return standard }
        guard text.hasPrefix("/"), !text.utf8.contains(0) else {
            throw failure(key, "\"\(text)\" is no absolute path", "write a path that starts with /")
        }
        return text
    }

    func integer(
        _ key: String, _ standard: Int, _ range: ClosedRange<Int>, _ unit: String
    ) throws(SettingsFailure) -> Int {
        guard let text = try string(key) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw failure(
                key, "\"\(text)\" is not valid",
                "write a whole number of \(unit) from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func boolean(_ key: String, _ standard: Bool) throws(SettingsFailure) -> Bool {
        guard let text = try string(key) else { return standard }
        switch text {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw failure(key, "\"\(text)\" is not valid", "write true or false")
        }
    }

    func names(_ key: String, _ standard: [String]) throws(SettingsFailure) -> [String] {
        guard lines[key] != nil || reader.string(forKey: ConfigKey(stringLiteral: key)) != nil else { return standard }
        guard let names = reader.stringArray(forKey: ConfigKey(stringLiteral: key)), !names.contains("") else {
            throw failure(key, "is no list of names", "write a list such as [\"*.part\", \"*.tmp\"]")
        }
        return names
    }

    private func codes(_ key: String) throws(SettingsFailure) -> [String] {
        let codes = try names(key, [])
        for code in codes where !RuleCatalogue.codes.contains(code) {
            throw failure(key, "\"\(code)\" is no rule", "write codes that `imrd rules` lists")
        }
        return codes
    }

    private func severities(_ key: String) throws(SettingsFailure) -> [String: Severity] {
        var severities: [String: Severity] = [:]
        for pair in try names(key, []) {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, RuleCatalogue.codes.contains(parts[0]), let severity = Severity(rawValue: parts[1]),
                severity != .held
            else {
                throw failure(
                    key, "\"\(pair)\" is not valid", "write CODE=severity with info, notice, warning or error")
            }
            severities[parts[0]] = severity
        }
        return severities
    }

    private func holidays(_ key: String, _ standard: HolidaySet) throws(SettingsFailure) -> HolidaySet {
        guard let text = try string(key) else { return standard }
        guard let set = HolidaySet(rawValue: text) else {
            throw failure(key, "\"\(text)\" is not valid", "write strict or statutory")
        }
        return set
    }

    private func days(_ key: String) throws(SettingsFailure) -> [CalendarDate] {
        var days: [CalendarDate] = []
        for text in try names(key, []) {
            guard let day = CalendarDate(text) else {
                throw failure(key, "\"\(text)\" is no day", "write days such as [2026-11-27]")
            }
            days.append(day)
        }
        return days
    }

    private func timeZone(_ key: String, _ standard: String) throws(SettingsFailure) -> String {
        guard let text = try string(key) else { return standard }
        guard TimeZone(identifier: text) != nil else {
            throw failure(key, "\"\(text)\" is no time zone", "write a name such as America/Los_Angeles")
        }
        return text
    }

    private func origin(_ key: String, _ standard: String) throws(SettingsFailure) -> String {
        guard let text = try string(key) else { return standard }
        guard !text.isEmpty, text.utf8.count <= 100, !text.contains(where: { $0.isWhitespace || $0 == "+" }) else {
            throw failure(key, "\"\(text)\" is not valid", "write a name without blanks and without +")
        }
        return text
    }
}
