/// A file name as a sender gave it: bytes that need not be text. It is data, never part of a path of ours.
package struct FileName: Hashable, Sendable, CustomStringConvertible {
    /// The bytes, without NUL and without a slash.
    package let bytes: [UInt8]

    /// A name from its bytes.
    package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// A name from text.
    package init(_ text: String) { bytes = Array(text.utf8) }

    /// The name as it may be shown anywhere: reversible, without control characters.
    ///
    /// Printable characters stand for themselves, a backslash is doubled, and every byte of a control character, of an
    /// invisible or direction-changing character, or of something that is no UTF-8 is written `\xNN`.
    package var description: String {
        var shown = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            let (scalar, length) = FileName.nextScalar(rest)
            if let scalar, !FileName.mustEscape(scalar) {
                shown.unicodeScalars.append(scalar)
                if scalar == "\\" { shown += "\\" }
            } else {
                for byte in rest.prefix(length) {
                    let digits = String(byte, radix: 16, uppercase: true)
                    shown += "\\x" + (digits.count == 1 ? "0" : "") + digits
                }
            }
            rest = rest.dropFirst(length)
        }
        return shown
    }

    /// The name that `description` shows; nil when the text is no such showing.
    package init?(shown: String) {
        var bytes: [UInt8] = []
        var rest = Array(shown.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "x"):
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                guard digits.utf8.count == 2, let escaped = UInt8(digits, radix: 16) else { return nil }
                rest = rest.dropFirst(2)
                bytes.append(escaped)
            default: return nil
            }
        }
        self.init(bytes)
    }

    private static func nextScalar(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar?, Int) {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (nil, 1) }
        return (scalar, UTF8.width(scalar))
    }

    private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
