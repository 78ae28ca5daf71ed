import Foundation
import Testing

@Suite("Commands that the pages show")
struct ShownCommandsTests {
    /// Who runs the commands of a block that neither ReadmeTests nor the deployment test runs as it stands, by their first words.
    static let runners = [
        // The first start, also by somebody who logs in with what it prints.
        "Deploy/run": "Tests/EndToEnd/first_start.py",
        "Deploy/test": ".ci/run",
        // Every release of the package, before the deployment test takes it.
        "Deploy/package": "Docs/Testing.md",
        // The figures of the pages are its output.
        "python3 Tests/Benchmarks/pages.py": "Tests/Benchmarks",
    ]

    static func blocks() throws -> [ShownCommands] {
        try (["README.md"] + Project.pages()).flatMap { page in
            ShownCommands.all(in: try Project.text(page), page: page)
        }
    }

    @Test("each is run by a test")
    func everyone() throws {
        let blocks = try Self.blocks()
        #expect(blocks.count > 15, "the commands were not found")
        for block in blocks {
            for command in block.commands where !Self.isRunAsItStands(command, in: block) {
                let runner = Self.runners.first { command.hasPrefix($0.key) }?.value
                #expect(runner != nil, "\(block.page) shows \"\(command)\", which no test runs")
            }
        }
    }

    @Test("those who run them are there", arguments: runners.sorted { $0.key < $1.key })
    func runner(command: String, path: String) throws {
        let file = Project.folder.appendingPathComponent(path)
        #expect(FileManager.default.fileExists(atPath: file.path))
        if !file.hasDirectoryPath, path != "Tests/Benchmarks" { #expect(try Project.text(path).contains(command)) }
    }

    @Test("a command is told from a remark and from what is printed")
    func commands() {
        let text = "```console\n$ ls -a\nfile\n```\n```text\nno\n```\n```sh\nimrd x | y   # says\n```\n"
        let blocks = ShownCommands.all(in: text, page: "P")
        #expect(blocks.map(\.commands) == [["ls -a"], ["imrd x | y"]])
    }

    /// README's by ReadmeTests, and Operating's behind a root prompt by the deployment test.
    private static func isRunAsItStands(_ command: String, in block: ShownCommands) -> Bool {
        switch (block.page, block.kind) {
        case ("README.md", "console"): true
        case ("README.md", "sh"): ReadmeTests.isTyped(command)
        case ("Docs/Operating.md", "console"): block.lines.contains("# " + command)
        default: false
        }
    }
}
