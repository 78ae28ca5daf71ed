import Testing

@Suite("Docs/Operating.md")
struct OperatingPageTests {
    /// The sections with commands behind a root prompt, in their order.
    static func sections(of page: String) -> [String] {
        var section = ""
        var found: [String] = []
        var isInside = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
            if line.hasPrefix("```") { isInside = line == "```console" }
            if isInside, line.hasPrefix("# "), found.last != section { found.append(section) }
        }
        return found
    }

    @Test("is followed by the deployment test, section by section, in its order")
    func followed() throws {
        let followed = try Project.text("Tests/Deployment/run.sh").matches(of: /(?m)^ *follow "([^"]+)"/).map {
            String($0.1)
        }
        let sections = Self.sections(of: try Project.text("Docs/Operating.md"))
        #expect(sections.count > 5, "the commands were not found")
        #expect(followed == sections)
    }

    @Test("a section that nobody follows would be found")
    func sections() {
        #expect(Self.sections(of: "## A\n```sh\nx\n```\n## B\n```console\n# ls\n# ls\n```\n# C\n") == ["B"])
    }
}
