import TestSupport

/// PDFs made to hurt their reader.
enum HostilePDF {
    private static let text = MinimalPDF.content(of: ["Hello 123"])

    /// One page with this content; `more` are objects from 5 on.
    private static func single(
        _ content: [UInt8], resources: String = "", more: [[UInt8]] = [], trailer: String = ""
    ) -> [UInt8] {
        MinimalPDF.assemble(
            [
                MinimalPDF.catalog, MinimalPDF.pageTree(kids: ["3 0 R"]),
                MinimalPDF.page(contents: 4, resources: resources), MinimalPDF.stream(content),
            ] + more, trailer: trailer)
    }

    /// A page that shows a picture only, as a scan does.
    static var scanned: [UInt8] { single(Array("0 0 100 100 re f".utf8)) }

    /// An encryption whose user password is not the empty one.
    static var encrypted: [UInt8] {
        let key = String(repeating: "41", count: 32)
        let dictionary = "<< /Filter /Standard /V 1 /R 2 /P -1 /O <\(key)> /U <\(key)> >>"
        return single(text, more: [Array(dictionary.utf8)], trailer: "/Encrypt 5 0 R /ID [<00> <00>]")
    }

    /// A page tree that holds itself.
    static var loopingPages: [UInt8] {
        MinimalPDF.assemble([
            MinimalPDF.catalog, MinimalPDF.pageTree(kids: ["2 0 R", "3 0 R"]), MinimalPDF.page(contents: 4),
            MinimalPDF.stream(text),
        ])
    }

    /// Arrays in arrays, deeper than any parser follows.
    static var deepNesting: [UInt8] { single(Array(repeating: UInt8(ascii: "["), count: 200_000) + text) }

    /// Ten to the ninth drawings out of two kilobytes.
    static var drawings: [UInt8] {
        let tenTimes = Array(repeatElement("/X Do ", count: 10).joined().utf8)
        let forms = (5...13).map { number in
            MinimalPDF.stream(
                number < 13 ? tenTimes : [UInt8(ascii: " ")],
                entries:
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X \(number + 1) 0 R >> >>"
            )
        }
        return single(tenTimes, resources: "/XObject << /X 5 0 R >>", more: forms)
    }

    /// Saved graphics states without end, which take memory.
    static var memory: [UInt8] { single(Array(repeatElement("q ", count: 1_000_000).joined().utf8) + text) }

    /// Complaints of poppler without end, and no text.
    static var complaints: [UInt8] { single(Array(repeatElement("(a) Foo ", count: 200_000).joined().utf8)) }

    /// So many pages that share one content of about five kilobytes of text.
    static func flood(pages: Int) -> [UInt8] {
        let lines = (0..<60).map { "line \($0) " + String(repeating: "x", count: 70) }
        let kids = (0..<pages).map { "\($0 + 4) 0 R" }
        return MinimalPDF.assemble(
            [MinimalPDF.catalog, MinimalPDF.pageTree(kids: kids), MinimalPDF.stream(MinimalPDF.content(of: lines))]
                + kids.map { _ in MinimalPDF.page(contents: 3) })
    }

    /// A compressed stream of 129 MB of zeros: deflate's fixed codes, one literal and then matches of 258 bytes.
    static var zeros: [UInt8] {
        // zlib header; then bits: final block, fixed codes (1, 01), literal 0 (00110000).
        var writer = BitWriter(bytes: [0x78, 0x9C])
        writer.append([1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0])
        // Length 258 is code 285 (11000101), distance 1 is code 0 (00000).
        for _ in 0..<500_000 { writer.append([1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]) }
        writer.append([0, 0, 0, 0, 0, 0, 0])
        return MinimalPDF.assemble([
            MinimalPDF.catalog, MinimalPDF.pageTree(kids: ["3 0 R"]), MinimalPDF.page(contents: 4),
            MinimalPDF.stream(writer.bytes, entries: "/Filter /FlateDecode"),
        ])
    }

    private struct BitWriter {
        var bytes: [UInt8]
        private var free = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func append(_ bits: [UInt8]) {
            for bit in bits {
                if free == 0 {
                    bytes.append(0)
                    free = 8
                }
                bytes[bytes.count - 1] |= bit << UInt8(8 - free)
                free -= 1
            }
        }
    }
}
