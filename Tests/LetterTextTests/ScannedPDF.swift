import Foundation
import Subprocess
import TestSupport

/// PDFs that hold pictures of pages and no text.
enum ScannedPDF {
    /// A scan of another PDF, as poppler's pdftoppm draws its pages; `isOnItsHead` lays them in upside down.
    static func make(of pdf: [UInt8], isOnItsHead: Bool = false) async throws -> [UInt8] {
        let drawn = try await run(
            .name("pdftoppm"), arguments: ["-gray", "-r", "200", "-"], input: .array(pdf),
            output: .bytes(limit: 1 << 28))
        var pictures = drawn.standardOutput[...]
        var objects: [[UInt8]] = [MinimalPDF.catalog, []]
        var kids: [String] = []
        while let (width, height, size) = head(of: pictures) {
            let dots = pictures.dropFirst(size).prefix(width * height)
            pictures = pictures.dropFirst(size + width * height)
            let number = objects.count + 1
            kids.append("\(number) 0 R")
            objects.append(MinimalPDF.page(contents: number + 1, resources: "/XObject << /I \(number + 2) 0 R >>"))
            objects.append(MinimalPDF.stream(Array("612 0 0 792 0 0 cm /I Do".utf8)))
            objects.append(
                MinimalPDF.stream(
                    isOnItsHead ? dots.reversed() : Array(dots),
                    entries: "/Type /XObject /Subtype /Image /Width \(width) /Height \(height) "
                        + "/ColorSpace /DeviceGray /BitsPerComponent 8"))
        }
        objects[1] = MinimalPDF.pageTree(kids: kids)
        return MinimalPDF.assemble(objects)
    }

    /// Width, height and the length of the head of a picture (pgm(5)).
    private static func head(of picture: ArraySlice<UInt8>) -> (Int, Int, Int)? {
        let lines = picture.prefix(40).split(separator: UInt8(ascii: "\n"), maxSplits: 3)
        guard lines.count > 2, lines[0].elementsEqual("P5".utf8) else { return nil }
        let sides = String(decoding: lines[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        guard sides.count == 2 else { return nil }
        return (sides[0], sides[1], lines[2].endIndex - picture.startIndex + 1)
    }
}
