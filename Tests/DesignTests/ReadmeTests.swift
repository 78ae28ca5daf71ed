import Foundation
import Testing

@Suite("README.md")
struct ReadmeTests {
    @Test("prints what it shows, command by command", .timeLimit(.minutes(10)))
    func everyCommand() throws {
        let commands = ConsoleCommand.all(in: try Project.text("README.md"))
        #expect(commands.count >= 4, "the commands were not found")
        let newcomer = try Newcomer()
        try #require(try newcomer.waits(for: #""running":true"#))
        for command in commands {
            #expect(command.differences(from: try newcomer.type(command.command)) == [], "\(command)")
            if command.command.hasPrefix("cp ") { try #require(try newcomer.waits(for: #""filed":1"#)) }
        }
    }

    /// Whether a command without output is typed by the test below.
    static func isTyped(_ command: String) -> Bool {
        command.hasPrefix("imrd ") || command.hasPrefix(".build/release/imrd ")
    }

    @Test("the commands that it shows without their output end well", .timeLimit(.minutes(10)))
    func everyAct() throws {
        let blocks = ShownCommands.all(in: try Project.text("README.md"), page: "README.md")
        let commands = blocks.filter { $0.kind == "sh" }.flatMap(\.commands).filter(Self.isTyped)
        #expect(commands.count >= 10, "the commands were not found")
        let newcomer = try Newcomer()
        try #require(try newcomer.waits(for: #""running":true"#))
        _ = try newcomer.type("mkdir letters && cp Docs/Examples/letter.txt letters && cp letters/* imrd-data/inbox/")
        try #require(try newcomer.waits(for: #""filed":1"#))
        for command in commands {
            // Installed, imrd is in PATH and finds its root by itself; the home folder is where the letters are.
            let own = "export HOME=$PWD PATH=$PWD/.build/release:$PATH IMRD_ROOT=$PWD/imrd-data"
            let printed = try newcomer.type("\(own); \(command); echo \"ended with $?\"")
            #expect(printed.hasSuffix("ended with 0\n"), "\(command): \(printed)")
        }
    }

    @Test(
        "an output that differs is reported",
        arguments: [
            // Another word.
            "2026-11-21  error\nlast",
            // A line is missing.
            "2026-11-21  notice",
            // A line too many.
            "2026-11-21  notice\nlast\nand one more",
            // No output.
            "",
        ])
    func difference(printed: String) {
        #expect(
            !ConsoleCommand(command: "show", output: ["2025-01-01  not…", "last"]).differences(from: printed).isEmpty)
    }

    @Test("dates, sizes and what stands for … may differ")
    func looseness() {
        let command = ConsoleCommand(
            command: "show", output: ["imrd 0.1.0 since 2025-01-01T10:00:00.000Z, 5 MiB, and …"])
        #expect(command.differences(from: "imrd 0.2.0 since 2026-11-21T09:08:07.654Z, 77 MiB, and so on\n") == [])
    }

    @Test(
        "every file that the pages link to exists",
        arguments: try ["README.md", "Sources/README.md"] + Project.pages())
    func links(page: String) throws {
        let base = Project.folder.appendingPathComponent(page).deletingLastPathComponent()
        let targets = try Project.text(page).matches(of: /\]\(([^)#:]+)\)/).map { String($0.1) }
        for target in targets {
            #expect(FileManager.default.fileExists(atPath: base.appendingPathComponent(target).path), "\(target)")
        }
    }
}
