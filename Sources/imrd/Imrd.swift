import ArgumentParser
import Service

/// The command line: one verb, its options, and nothing else.
@main
struct Imrd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imrd",
        abstract: "Notices, reads, checks and files IMR final determination letters.",
        discussion: """
            Drop letters (PDF or text) into the inbox: imrd files each into a dated archive, logs it, and says what is wrong \
            with it and what has to be done about it. Start with: imrd run --root ./imrd-data
            """,
        version: Version.current,
        subcommands: [
            Run.self, Serve.self, Notify.self, Check.self, Status.self, Doctor.self, Anomalies.self, DeadlinesVerb.self,
            Letters.self, Held.self, Recheck.self, Rules.self, Reviewer.self,
        ])

    static func main() async {
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            exit(withError: error)
        }
        do {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch  where exitCode(for: error) != .failure || error is ExitCode {
            exit(withError: error)
        } catch {
            Output.end(with: error)
        }
    }
}
