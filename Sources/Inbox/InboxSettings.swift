package import Determinations

/// What an operator may set about the inbox.
package struct InboxSettings: Hashable, Sendable {
    /// How long a file must stay unchanged where nothing stronger proves it whole, in milliseconds.
    package var quietPeriod: Int
    /// The largest file that is read, in bytes; a larger one is refused.
    package var largestFile: Int64
    /// Names that say "not yet".
    package var ignoredNames: [NamePattern]

    /// Settings; the defaults are those of the shipped configuration.
    package init(
        quietPeriod: Int = 2000, largestFile: Int64 = 64 << 20,
        ignoredNames: [NamePattern] = [".*", "*.part", "*.tmp", "*.filepart", "*.crdownload", "~$*"].map(
            NamePattern.init)
    ) {
        self.quietPeriod = quietPeriod
        self.largestFile = largestFile
        self.ignoredNames = ignoredNames
    }

    /// Whether a file of this name is left alone.
    package func ignores(_ name: FileName) -> Bool {
        name.bytes.first == UInt8(ascii: ".") || ignoredNames.contains { $0.matches(name) }
    }
}
