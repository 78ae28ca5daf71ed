import ArgumentParser
import Foundation
import Service

/// The options that every verb has.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Put everything below one folder; needs no configuration.", valueName: "folder"))
    var root: String?

    @Option(help: ArgumentHelp("Read this configuration instead of /etc/imrd/imrd.yaml.", valueName: "file"))
    var config: String?

    /// The settings, from flags, environment, file and defaults.
    func settings() async throws -> Settings {
        let environment = ProcessInfo.processInfo.environment
        return try await SettingsReader.read(
            file: config ?? environment["IMRD_CONFIG"], root: root ?? environment["IMRD_ROOT"], environment: environment
        )
    }
}
