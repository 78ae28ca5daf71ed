/// The encoding that a text file arrived in.
package enum TextEncoding: String, Hashable, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "UTF-8"
    /// UTF-16, the high byte first.
    case utf16BigEndian = "UTF-16BE"
    /// UTF-16, the low byte first.
    case utf16LittleEndian = "UTF-16LE"
    /// Windows-1252, which holds all of printable Latin-1.
    case windows1252 = "windows-1252"
}
