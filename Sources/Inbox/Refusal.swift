package import Determinations
package import LinuxSystem

/// Why something dropped is no file to be read.
package enum RefusalReason: String, Hashable, Sendable {
    /// A symbolic link, FIFO, socket or device.
    case notAFile = "no regular file"
    /// A file with more names than the one in the inbox: whoever has another could change it.
    case severalLinks = "it has several names (hard links)"
    /// More bytes than the settings allow.
    case tooLarge = "larger than the limit"
    /// No bytes at all.
    case empty = "empty"

    /// Why a thing with this status is not read; nil when it may be.
    init?(_ status: FileStatus, largestFile: Int64) {
        if status.kind != .regular {
            self = .notAFile
        } else if status.links > 1 {
            self = .severalLinks
        } else if status.size > largestFile {
            self = .tooLarge
        } else if status.size == 0 {
            self = .empty
        } else {
            return nil
        }
    }
}

/// Something dropped that is not read: it stands under its identifier in the private folder, its content untouched.
package struct Refusal: Hashable, Sendable {
    /// The number of this arrival, and the object's name in the private folder.
    package let identifier: ArrivalIdentifier
    /// The subfolder it was dropped into; nil for the inbox itself.
    package let source: FileName?
    /// The name the sender gave it.
    package let name: FileName
    /// Why it is not read.
    package let reason: RefusalReason
    /// What it is.
    package let kind: FileStatus.Kind
    /// Its size in bytes.
    package let size: Int64
    /// Where it points, when it is a symbolic link; the bytes as they stand, and never followed.
    package let target: FileName?
    /// When it was taken out of the inbox, in milliseconds since 1970.
    package let received: Int64
}
