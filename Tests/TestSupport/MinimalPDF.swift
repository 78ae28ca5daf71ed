/// Writes small, valid PDFs for tests: text in Courier, one object after another, a cross-reference table.
package enum MinimalPDF {
    /// A PDF with one page per string; each page is as large as its lines need.
    ///
    /// Characters up to U+00FF are shown (WinAnsiEncoding), others as a question mark.
    package static func make(pages: [String]) -> [UInt8] {
        var objects: [[UInt8]] = [catalog, []]
        var kids: [String] = []
        for page in pages {
            let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let width = max(612, 6 * (lines.map(\.count).max() ?? 0) + 72)
            let height = max(792, 12 * lines.count + 72)
            let number = objects.count + 1
            kids.append("\(number) 0 R")
            objects.append(self.page(contents: number + 1, width: width, height: height))
            objects.append(stream(content(of: lines, height: height)))
        }
        objects[1] = pageTree(kids: kids)
        return assemble(objects)
    }

    /// The object 1 of every PDF here: the catalog; its page tree is object 2.
    package static let catalog = Array("<< /Type /Catalog /Pages 2 0 R >>".utf8)

    /// A page tree, which must be object 2, over pages named by references such as `3 0 R`.
    package static func pageTree(kids: [String]) -> [UInt8] {
        Array("<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(kids.count) >>".utf8)
    }

    /// A page whose content is the stream with that object number; `F` is Courier, `resources` adds to it.
    package static func page(contents: Int, width: Int = 612, height: Int = 792, resources: String = "") -> [UInt8] {
        Array(
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(contents) 0 R
            /Resources << \(fonts) \(resources) >> >>
            """.utf8)
    }

    /// The entry of a resource dictionary that names the font `F`.
    package static let fonts =
        "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >> >>"

    /// A stream; `entries` adds to its dictionary.
    package static func stream(_ content: [UInt8], entries: String = "") -> [UInt8] {
        Array("<< /Length \(content.count) \(entries) >>\nstream\n".utf8) + content + Array("\nendstream".utf8)
    }

    /// Operators that show lines from the top of a page.
    package static func content(of lines: [String], height: Int = 792) -> [UInt8] {
        var content = Array("BT /F 10 Tf 12 TL 36 \(height - 36) Td\n".utf8)
        for line in lines {
            content.append(UInt8(ascii: "("))
            for scalar in line.unicodeScalars {
                if scalar == "(" || scalar == ")" || scalar == "\\" { content.append(UInt8(ascii: "\\")) }
                content.append(UInt8(exactly: scalar.value) ?? UInt8(ascii: "?"))
            }
            content += Array(") Tj T*\n".utf8)
        }
        return content + Array("ET".utf8)
    }

    /// A PDF of these objects, numbered from 1, object 1 being the catalog; `trailer` adds to the trailer.
    package static func assemble(_ objects: [[UInt8]], trailer: String = "") -> [UInt8] {
        var file = Array("%PDF-1.4\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let digits = String(file.count)
            table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
            file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = file.count
        let end = "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
        return file + Array(table.utf8) + Array(end.utf8)
    }
}
