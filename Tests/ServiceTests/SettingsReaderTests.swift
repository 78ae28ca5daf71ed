import Foundation
import Testing

@testable import Service

@Suite("Reading the configuration")
struct SettingsReaderTests {
    private func failure(_ yaml: String, _ environment: [String: String] = [:]) async throws -> String {
        let file = NSTemporaryDirectory() + "/imrd-" + UUID().uuidString + ".yaml"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(yaml.utf8).write(to: URL(fileURLWithPath: file))
        let failure = try await #require(throws: SettingsFailure.self) {
            _ = try await SettingsReader.read(file: file, root: nil, environment: environment)
        }
        return failure.description.replacingOccurrences(of: file, with: "FILE")
    }

    @Test(
        "a wrong value is told in one line: where, which, and what to write",
        arguments: [
            // A word where a number is wanted.
            (
                "inbox:\n  quietPeriod: soon\n",
                "FILE:2: inbox.quietPeriod: \"soon\" is not valid; write a whole number of milliseconds from 0 to 3600000"
            ),
            // A list where a number is wanted.
            (
                "inbox:\n  quietPeriod: [1, 2]\n",
                "FILE:2: inbox.quietPeriod: is a list or a section; write one value, as Config/imrd.yaml shows it"
            ),
            // An unknown key.
            (
                "inbox:\n  speed: 1\n",
                "FILE:2: inbox.speed: is no known key; remove it, or see Config/imrd.yaml for the keys"
            ),
        ])
    func wrongValue(yaml: String, line: String) async throws {
        #expect(try await failure(yaml) == line)
    }

    @Test("a wrong value of the environment is told under the variable's name, whatever the file says")
    func wrongVariable() async throws {
        let line = try await failure("inbox:\n  quietPeriod: 1\n", ["IMRD_INBOX_QUIET_PERIOD": "soon"])
        #expect(line.hasPrefix("IMRD_INBOX_QUIET_PERIOD: \"soon\" is not valid; "), "\(line)")
    }

    @Test("the key that systemd hands over is used where there is one")
    func credential() async throws {
        let folder = NSTemporaryDirectory() + "/imrd-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let environment = ["CREDENTIALS_DIRECTORY": folder]
        #expect(try await SettingsReader.read(file: nil, root: "/x", environment: environment).signingKey == nil)
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/signing-key"))
        let settings = try await SettingsReader.read(file: nil, root: "/x", environment: environment)
        #expect(settings.signingKey == folder + "/signing-key")
    }
}
