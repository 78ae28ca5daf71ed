import Foundation
import Service
import Testing

@Suite("Config/imrd.yaml")
struct ConfigurationFileTests {
    static let path = Project.folder.appendingPathComponent("Config/imrd.yaml").path

    /// The keys of a file of sections and indented keys, each with the line before it.
    static func keys(in text: String) -> [(key: String, before: Substring)] {
        var section = ""
        var before: Substring = ""
        var found: [(String, Substring)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let name = line.prefix { $0 != ":" }.trimmingCharacters(in: .whitespaces)
            if line.first?.isLetter == true {
                section = name
            } else if line.hasPrefix("  "), !line.contains("#") {
                found.append(("\(section).\(name)", before))
            }
            before = line
        }
        return found
    }

    @Test("names every key, in the order of the reader, and no other")
    func everyKey() throws {
        #expect(Self.keys(in: try Project.text("Config/imrd.yaml")).map(\.key) == SettingsReader.keys)
    }

    @Test("explains every key in the line above it")
    func everyComment() throws {
        for (key, before) in Self.keys(in: try Project.text("Config/imrd.yaml")) {
            #expect(before.hasPrefix("  # "), "\(key)")
        }
    }

    @Test("as it is shipped, changes nothing")
    func defaults() async throws {
        let settings = try await SettingsReader.read(file: Self.path, root: nil, environment: [:])
        #expect(settings == Settings(locations: .installed))
    }

    @Test("is really read: another value in it is another setting")
    func isRead() async throws {
        let changed = try Project.text("Config/imrd.yaml").replacingOccurrences(
            of: "quietPeriod: 2000", with: "quietPeriod: 1")
        let file = NSTemporaryDirectory() + "/imrd-" + UUID().uuidString + ".yaml"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(changed.utf8).write(to: URL(fileURLWithPath: file))
        let settings = try await SettingsReader.read(file: file, root: nil, environment: [:])
        #expect(settings.quietPeriod == 1)
    }
}
