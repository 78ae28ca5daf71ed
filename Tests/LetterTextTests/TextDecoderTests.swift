import Determinations
import Testing

@testable import LetterText

@Suite("Text files")
struct TextDecoderTests {
    private static let limits = ExtractionLimits()
    private static let sentence = "The request for physical therapy is not medically necessary and appropriate.\n"

    private func decode(_ bytes: [UInt8]) throws(TextFailure) -> ExtractedText {
        try TextDecoder.decode(bytes, limits: Self.limits)
    }

    private func failure(_ bytes: [UInt8]) -> TextFailure? {
        do throws(TextFailure) {
            _ = try decode(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "Valid UTF-8 comes back byte for byte, without damage",
        arguments: [
            "plain ASCII\n",  // the usual case
            "\u{FEFF}with a byte order mark",  // it stays in place
            "CRLF\r\nand CR\rand form feed\u{0C}next page",  // line and page ends stay
            "45° flexion, 2 × 3, “quoted”, Medrol®, 10–12",  // what real letters hold
            "José Núñez, Zoë, façade, Ångström, São Paulo, ÂGE",  // names with accents
            "« l’âge naïf »\u{A0}: „Müller“, \u{A3}5, 5\u{A0}µg, ½, ±",  // western punctuation after accents
            "漢字 Ελληνικά кириллица 😀",  // other scripts
        ])
    func validUTF8(text: String) throws {
        let result = try decode(Array(text.utf8))
        #expect(result.bytes == Array(text.utf8))
        #expect(result.isOriginal)
        #expect(result.encoding == .utf8)
        #expect(result.mediaType == .text)
        #expect(result.damage.isEmpty)
    }

    @Test(
        "UTF-16 is told by its mark, or by overwhelming evidence, and transcoded",
        arguments: [
            (true, true), (true, false),  // big-endian with and without a mark
            (false, true), (false, false),  // little-endian with and without a mark
        ])
    func utf16(bigEndian: Bool, mark: Bool) throws {
        let text = "Knee brace at 45° is: Upheld \u{1F600}\r\n"
        let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
        let result = try decode(bytes)
        #expect(result.bytes == Array(text.utf8))
        #expect(!result.isOriginal)
        #expect(result.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
        #expect(result.damage.isEmpty)
    }

    @Test("A lone surrogate and a last half unit become U+FFFD, each with its place")
    func brokenUTF16() throws {
        let units: [UInt16] = [0xFEFF, 0x41, 0xD800, 0x42, 0xDC00, 0x43] + Array((Self.sentence + Self.sentence).utf16)
        let bytes = units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] } + [0x00]
        let result = try decode(bytes)
        #expect(
            String(decoding: result.bytes, as: UTF8.self)
                == "A\u{FFFD}B\u{FFFD}C\(Self.sentence)\(Self.sentence)\u{FFFD}")
        let end = 9 + 2 * Self.sentence.utf8.count
        let places = [ByteRange(1, 4), ByteRange(5, 8), ByteRange(end, end + 3)]
        #expect(result.damage == places.map(TextDamage.undecodable))
    }

    @Test("A Windows-1252 letter is transcoded")
    func windows1252() throws {
        let letter =
            Array(Self.sentence.utf8) + [0x93] + Array("Norco".utf8) + [0x94, 0x20, 0xB0, 0x20] + Array("caf".utf8) + [
                0xE9, 0x80,
            ]
        let result = try decode(letter)
        #expect(String(decoding: result.bytes, as: UTF8.self) == Self.sentence + "“Norco” ° café€")
        #expect(result.encoding == .windows1252)
        #expect(!result.isOriginal)
        #expect(result.damage.isEmpty)
    }

    @Test("A byte that Windows-1252 does not define becomes U+FFFD")
    func undefinedByte() throws {
        let result = try decode(Array("caf".utf8) + [0xE9, 0x20, 0xB0, 0x20, 0x81, 0x20] + Array(Self.sentence.utf8))
        #expect(result.encoding == .windows1252)
        #expect(result.damage == [.undecodable(at: ByteRange(9, 12))])
    }

    @Test(
        "A damaged UTF-8 letter is still read as UTF-8",
        arguments: [
            ([0x81], "\u{FFFD}"),  // a byte that Windows-1252 does not define, in ASCII
            ([0xC2, 0xB0, 0x20, 0xE2, 0x80], "° \u{FFFD}"),  // a sound sequence, and one cut off
            ([0xE2, 0x80, 0x99, 0x73, 0x80], "’s\u{FFFD}"),  // a sound sequence, and a lone continuation byte
            ([0xC3, 0xA9, 0xC3, 0xA9, 0xFF, 0xFE], "éé\u{FFFD}\u{FFFD}"),  // as many errors either way: UTF-8
        ] as [([UInt8], String)])
    func damagedUTF8(bytes: [UInt8], shown: String) throws {
        let result = try decode(Array(Self.sentence.utf8) + bytes)
        #expect(String(decoding: result.bytes, as: UTF8.self) == Self.sentence + shown)
        #expect(result.encoding == .utf8)
        #expect(!result.isOriginal)
        let ranges = result.damage.compactMap { if case .undecodable(let range) = $0 { range } else { nil } }
        #expect(ranges.count == 1)
        for range in ranges { #expect(result.bytes[range.start...].starts(with: UTF8Text.replacement)) }
    }

    @Test(
        "What is no text is refused",
        arguments: [
            Array("text\u{0}text".utf8),  // NUL bytes
            Array("\u{1}\u{2} few control characters in little text".utf8),  // control characters
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00],  // PNG
            [0x50, 0x4B, 0x03, 0x04, 0x14, 0x06, 0x08, 0xFF, 0x21],  // ZIP, without NUL
            [0xFF, 0xFE, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00],  // UTF-32, little-endian
            [0x81, 0x8D, 0x8F, 0x90],  // nothing that an encoding explains
        ])
    func notText(bytes: [UInt8]) {
        guard case .notText = failure(bytes) else {
            Issue.record("not refused as no text: \(String(describing: failure(bytes)))")
            return
        }
    }

    @Test("Random bytes are no text", arguments: [64, 1_000, 20_000])
    func randomBytes(count: Int) {
        var state: UInt64 = 7
        for _ in 0..<50 {
            let bytes = (0..<count).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 56)
            }
            guard case .notText = failure(bytes) else {
                Issue.record("\(count) random bytes were taken for text")
                return
            }
        }
    }

    @Test("One control character is tolerated, such as the control-Z at the end of old files")
    func controlZ() throws {
        #expect(try decode(Array("end.\u{1A}".utf8)).damage.isEmpty)
    }

    @Test("No text at all is empty", arguments: [" \r\n\u{0C}", "\u{FEFF}", "\u{FEFF}\n"])
    func empty(text: String) {
        #expect(failure(Array(text.utf8)) == .empty)
    }

    @Test("A text over the limit is cut between two characters and says so")
    func cut() throws {
        var limits = ExtractionLimits()
        limits.textBytes = 8
        let result = try TextDecoder.decode(Array("123456 °C".utf8), limits: limits)
        #expect(String(decoding: result.bytes, as: UTF8.self) == "123456 ")
        #expect(result.damage == [.cutAtLimit(7)])
        #expect(result.isOriginal)
    }

    @Test(
        "Form feeds count pages",
        arguments: [
            ("one", 1),  // none
            ("one\u{0C}two", 2),  // between two pages
            ("one\u{0C}two\u{0C}\n", 2),  // at the end of each page
        ])
    func pages(text: String, expected: Int) throws {
        #expect(try decode(Array(text.utf8)).pageCount == expected)
    }
}
