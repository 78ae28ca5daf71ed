import Configuration
import Determinations
import Foundation
import SystemPackage
import Yams

/// Reads the configuration: flags over environment (`IMRD_INBOX_PATH`, …) over the YAML file over the defaults.
///
/// - A file that is named but absent, an unknown key, a value of the wrong kind or out of range is an error.
/// - Without a name, `/etc/imrd/imrd.yaml` is read where it is there.
package enum SettingsReader {
    /// The file that is read when none is named.
    package static let standardFile = "/etc/imrd/imrd.yaml"

    /// All keys, in the order of Config/imrd.yaml.
    package static let keys = [
        "inbox.path", "inbox.quietPeriod", "inbox.scanInterval", "inbox.largestFile", "inbox.ignoredNames",
        "inbox.watch", "archive.path", "archive.timeZone", "held.path", "log.path", "log.origin", "register.path",
        "control.path", "control.trustedUsers", "reader.count", "reader.pdftotext", "reader.ocr", "rules.on",
        "rules.off",
        "rules.severities", "deadlines.holidays", "deadlines.closures", "deadlines.servedByMail",
        "site.path", "site.listen", "site.hosts", "site.proxy", "site.idleMinutes",
        "notify.path", "notify.command", "notify.url", "notify.mail", "notify.mailFrom", "notify.mailThrough",
        "notify.kinds", "notify.digestTime", "notify.details",
    ]

    /// The settings.
    /// - Parameters:
    ///   - file: The configuration file; nil for the standard one.
    ///   - root: Puts everything below one folder; no file is read then unless one is named.
    ///   - environment: The environment variables.
    package static func read(
        file: String?, root: String?, environment: [String: String]
    ) async throws(SettingsFailure) -> Settings {
        if root?.isEmpty ?? false {
            throw SettingsFailure(
                file: nil, key: "--root", problem: "is empty", remedy: "name a folder, such as --root ./imrd-data")
        }
        let path = file ?? (root == nil && FileManager.default.fileExists(atPath: standardFile) ? standardFile : nil)
        var providers: [any ConfigProvider] = [
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "imrd")
        ]
        var lines: [String: Int] = [:]
        if let path {
            lines = try keyLines(path)
            do {
                providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(path)))
            } catch {
                throw SettingsFailure(
                    file: path, key: "file", problem: "cannot be read (\(error))", remedy: "make it valid YAML")
            }
        }
        try refuseUnknownVariables(environment)
        let locations = root.map { Locations.below(root: absolute($0)) } ?? .installed
        let values = SettingsValues(
            reader: ConfigReader(providers: providers), file: path, lines: lines, environment: environment)
        var settings = try values.settings(from: Settings(locations: locations))
        settings.makesInbox = root != nil && settings.locations.inbox == locations.inbox
        settings.signingKey = credential(environment)
        return settings
    }

    /// The signing key that systemd hands over (systemd.exec(5), `LoadCredential=signing-key:FILE`), where it does.
    private static func credential(_ environment: [String: String]) -> String? {
        guard let folder = environment["CREDENTIALS_DIRECTORY"] else { return nil }
        let path = folder + "/signing-key"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    /// The path as it is from the root of the file system.
    package static func absolute(_ path: String) -> String {
        let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        return FilePath(whole).lexicallyNormalized().string
    }

    /// The lines of the keys in a file; an unknown key is refused.
    private static func keyLines(_ path: String) throws(SettingsFailure) -> [String: Int] {
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else {
            throw SettingsFailure(
                file: path, key: "file", problem: "cannot be read",
                remedy: "name an existing UTF-8 file with --config, and check its permissions")
        }
        var lines: [String: Int] = [:]
        do {
            guard let node = try Yams.compose(yaml: text) else { return [:] }
            collect(node, prefix: "", into: &lines)
        } catch {
            let reason = "\(error)".split(separator: "\n").joined(separator: " ")
            throw SettingsFailure(
                file: path, key: "file", problem: "is no valid YAML (\(reason))", remedy: "correct it")
        }
        for (key, line) in lines.sorted(by: { $0.value < $1.value }) where !keys.contains(key) {
            throw SettingsFailure(
                file: path, line: line, key: key, problem: "is no known key",
                remedy: "remove it, or see Config/imrd.yaml for the keys")
        }
        return lines
    }

    private static func collect(_ node: Node, prefix: String, into lines: inout [String: Int]) {
        // A section whose keys are all commented out is an empty value, and says nothing.
        if case .scalar(let scalar) = node, scalar.string.isEmpty, keys.contains(where: { $0.hasPrefix(prefix + ".") })
        {
            return
        }
        guard case .mapping(let mapping) = node else {
            lines[prefix.isEmpty ? "(top)" : prefix] = node.mark?.line ?? 0
            return
        }
        for (key, value) in mapping {
            let name = (prefix.isEmpty ? "" : prefix + ".") + (key.string ?? "?")
            if keys.contains(name) {
                lines[name] = key.mark?.line ?? 0
            } else {
                collect(value, prefix: name, into: &lines)
                if lines[name] != nil { lines[name] = key.mark?.line ?? 0 }
            }
        }
    }

    private static func refuseUnknownVariables(_ environment: [String: String]) throws(SettingsFailure) {
        let known = Set(keys.map(variable)).union(["IMRD_CONFIG", "IMRD_ROOT", "IMRD_SHARED"])
        for name in environment.keys.sorted() where name.hasPrefix("IMRD_") && !known.contains(name) {
            throw SettingsFailure(
                file: nil, key: name, problem: "is no known environment variable",
                remedy: "unset it, or see Config/imrd.yaml for the keys")
        }
    }

    /// The environment variable that overrides a key: `inbox.quietPeriod` is `IMRD_INBOX_QUIET_PERIOD`.
    package static func variable(_ key: String) -> String {
        "IMRD_"
            + key.reduce(into: "") { name, character in
                if character.isUppercase { name += "_" }
                name += character == "." ? "_" : character.uppercased()
            }
    }
}
