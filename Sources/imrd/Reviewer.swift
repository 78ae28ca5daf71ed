import ArgumentParser
import Review
import ReviewSite
import Service

/// `imrd reviewer`
struct Reviewer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Who may log in to the review site.", subcommands: [Add.self, List.self, Remove.self],
        defaultSubcommand: List.self)

    /// `imrd reviewer add`
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a reviewer, or give one a new password.",
            discussion: """
                The password is asked for on the terminal, or read as one line from standard input; it is never an argument, \
                which others could see. It needs 15 characters at least: four random words are good.
                """)

        @OptionGroup var common: CommonOptions

        @Argument(help: "The name under which everything they do is recorded: a-z, 0-9, dot, dash.")
        var name: String

        func run() async throws {
            let reviewers = Reviewers(path: try await common.settings().site.reviewers)
            try reviewers.add(name, password: try Password.read())
            Output.print("\(name) may log in.")
        }
    }

    /// `imrd reviewer list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the reviewers.")

        @OptionGroup var common: CommonOptions

        @Flag(help: "Print one JSON object a reviewer.")
        var json = false

        func run() async throws {
            Output.print(try Reviewers(path: try await common.settings().site.reviewers).list(json: json))
        }
    }

    /// `imrd reviewer remove`
    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a reviewer away; who is logged in under this name is logged off.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "The name.")
        var name: String

        func run() async throws {
            try Reviewers(path: try await common.settings().site.reviewers).remove(name)
            Output.print("\(name) may not log in any more.")
        }
    }
}
