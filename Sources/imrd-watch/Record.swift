// SPDX-License-Identifier: GPL-2.0-only

import Glibc

/// A record on standard output; see `ImrdWatch` for the format.
enum Record: Character {
    case ready = "R"
    case moved = "M"
    case closed = "W"
    case created = "C"
    case folder = "D"
    case overflow = "O"

    /// Writes one record at once; ends the program when nobody reads.
    static func write(_ kind: Record, _ path: [UInt8] = []) {
        let record = Array(String(kind.rawValue).utf8) + path + [0]
        var written = 0
        while written < record.count {
            let count = unsafe record.withUnsafeBytes {
                unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno == EPIPE {
                ImrdWatch.end(.done)
            } else if errno != EINTR {
                ImrdWatch.end(.cannotWrite, "imrd-watch: cannot write: \(ImrdWatch.reason(errno))")
            }
        }
    }
}
