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
            Run.self, Serve.self, Notify.self, Check.self, File.self, Status.self, Doctor.self, Anomalies.self,
            DeadlinesVerb.self, Letters.self, Held.self, Verify.self, Prove.self, Recheck.self, Reindex.self,
            Rules.self,
            Reviewer.self,
        ])

    static func main() async {
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch  where exitCode(for: error) == .validationFailure {
            // One line, as for every other error.
            Output.end(with: CommandFailure(.usage, usage(error)))
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

    /// What is wrong with the command line, and where to look.
    private static func usage(_ error: any Error) -> String {
        let text = message(for: error)
        return (text.hasSuffix(".") ? String(text.dropLast()) : text) + "; see \"imrd help\" and \"imrd help VERB\""
    }
}
