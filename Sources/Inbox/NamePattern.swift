package import Determinations

/// A file name, or its beginning and end around one `*`; ASCII letters match in either case.
package struct NamePattern: Hashable, Sendable {
    private let beginning: [UInt8]
    private let end: [UInt8]?

    /// A pattern from text such as `*.part` or `~$*`; only the first `*` is special.
    package init(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "*"), maxSplits: 1, omittingEmptySubsequences: false)
        beginning = parts[0].map(NamePattern.lowered)
        end = parts.count > 1 ? parts[1].map(NamePattern.lowered) : nil
    }

    /// Whether a name is of this kind.
    package func matches(_ name: FileName) -> Bool {
        let fixed = beginning.count + (end?.count ?? 0)
        guard end == nil ? name.bytes.count == fixed : name.bytes.count >= fixed else { return false }
        return zip(beginning, name.bytes).allSatisfy { $0 == NamePattern.lowered($1) }
            && zip(end ?? [], name.bytes.suffix(end?.count ?? 0)).allSatisfy { $0 == NamePattern.lowered($1) }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
