import Foundation
import Records
import Testing

@Suite("JSON")
struct JSONTests {
    /// Every character there is but the surrogates, which are none.
    private static var scalars: some Sequence<Unicode.Scalar> {
        (0...0x10FFFF).lazy.compactMap { Unicode.Scalar(UInt32($0)) }
    }

    @Test("Every character comes back from what was written, here and in Foundation")
    func roundTrip() throws {
        var text = ""
        for scalar in Self.scalars { text.unicodeScalars.append(scalar) }
        let written = JSON.string(text).bytes
        #expect(try JSON(reading: written).text == text)
        let foreign = try JSONSerialization.jsonObject(with: Data(written), options: .fragmentsAllowed) as? String
        #expect(foreign.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test("Control characters, and what turns or hides text on a terminal, are never written as they are")
    func escapes() {
        for scalar in Self.scalars {
            let isMeant =
                scalar.properties.generalCategory == .control
                || [0xAD, 0x61C, 0x200B, 0x200E, 0x2028, 0x2029, 0x202E, 0x2066, 0x2069, 0xFEFF].contains(scalar.value)
            guard isMeant else { continue }
            let written = JSON.string("a" + String(scalar) + "b").bytes
            #expect(written.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test(
        "A text is written exactly so",
        arguments: [
            ("", #""""#),  // nothing
            ("plain, 5 mg", #""plain, 5 mg""#),  // nothing to escape
            (#"a "quoted" \ word"#, #""a \"quoted\" \\ word""#),  // the two that JSON demands
            ("line\r\n\tnext", #""line\r\n\tnext""#),  // short escapes
            ("\u{1B}[31mred", #""\u001b[31mred""#),  // a terminal's colour
            ("10 µg – § 9792", #""10 µg – § 9792""#),  // other letters stay
            ("evil \u{202E}txt.exe", #""evil \u202etxt.exe""#),  // right to left
            ("😀", #""😀""#),  // four bytes
        ])
    func exactly(text: String, written: String) {
        #expect(JSON.string(text).line == written)
    }

    @Test("Objects keep the order of their keys")
    func order() throws {
        let line = #"{"seq":0,"b":[1,-2,2.5,null,true],"a":{"":""}}"#
        #expect(try JSON(reading: Array(line.utf8)).line == line)
    }

    @Test(
        "What is no JSON is refused",
        arguments: [
            "", "{", #"{"a":1,}"#, "[1 2]", #""open"#, "nul", "01", "1.", #""\x""#, "\"\u{1}\"", "{} {}",
        ])
    func refused(text: String) {
        #expect(throws: (any Error).self) { try JSON(reading: Array(text.utf8)) }
    }
}
