import Determinations

/// The texts of a bag's tag files (RFC 8493, section 2).
enum BagText {
    /// `bagit.txt`.
    static let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

    private static let oxum = Array("Payload-Oxum: ".utf8)

    /// `bag-info.txt` of an open bag: nothing in it changes while letters are filed.
    static func information(of day: CalendarDate) -> [UInt8] {
        Array(
            """
            Bag-Software-Agent: imrd
            Bagging-Date: \(day)
            External-Description: IMR final determination letters received on \(day)

            """.utf8)
    }

    /// The same information without Payload-Oxum; what somebody else wrote there is kept.
    static func withoutOxum(_ information: [UInt8]) -> [UInt8] {
        let lines = information.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return Array(lines.filter { !$0.starts(with: oxum) }.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// The information of a sealed bag: bytes and number of its payload files.
    static func withOxum(_ information: [UInt8], bytes: Int64, files: Int) -> [UInt8] {
        withoutOxum(information) + oxum + Array("\(bytes).\(files)\n".utf8)
    }

    /// A line of a manifest, without newline, in the format of sha256sum(1).
    static func manifestLine(_ digest: [UInt8], _ path: String) -> [UInt8] {
        Array((Digest.hexadecimal(digest) + "  " + path).utf8)
    }

    /// The name in `data/` that a line of the payload manifest is about, or nil when it is no such line.
    static func payloadName(inManifestLine line: ArraySlice<UInt8>) -> FileName? {
        let path = line.dropFirst(66)
        guard path.starts(with: "data/".utf8) else { return nil }
        return FileName(path.dropFirst(5))
    }
}
