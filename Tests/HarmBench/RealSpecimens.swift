import Foundation
import Harms
import LetterGenerator
import LetterReading
import TestSupport

/// The real letters where they are present, in the forms that IMRD_FORMS or pdftotext gives.
enum RealSpecimens {
    /// All of them; none when there is no folder.
    static func load(knownList: String?) -> [Specimen] {
        let known = known(knownList)
        let letters = RealLetters.letters.map { letter in
            (letter.description, forms(of: letter.file))
        }
        let seeds = RealLetters.seeds.map { seed in
            (seed.description, (try? Data(contentsOf: seed.file)).map { [("seed", Array($0))] } ?? [])
        }
        return (letters + seeds).enumerated().map { number, letter in
            Specimen(
                name: letter.0,
                forms: letter.1.compactMap { form, bytes in
                    (try? LetterReader.read(bytes)).map { (form, MarkedLetter($0)) }
                },
                rightFindings: known[letter.0] ?? [], number: number)
        }
    }

    private static func forms(of file: URL) -> [(String, [UInt8])] {
        let name = file.deletingPathExtension().lastPathComponent
        if let folder = ProcessInfo.processInfo.environment["IMRD_FORMS"] {
            return ["layout", "order", "raw", "pdfminer", "pypdf", "pymupdf"].compactMap { form in
                let path = URL(fileURLWithPath: folder).appendingPathComponent("\(name).\(form).txt")
                return (try? Data(contentsOf: path)).map { (form, Array($0)) }
            }
        }
        return [("layout", ["-layout"]), ("order", []), ("raw", ["-raw"])].compactMap { form, options in
            extracted(file, options).map { (form, $0) }
        }
    }

    private static func extracted(_ file: URL, _ options: [String]) -> [UInt8]? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["pdftotext"] + options + [file.path, "-"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? Array(data) : nil
    }

    /// Lines of "LETTER CODE"; what follows a number sign is a remark.
    private static func known(_ path: String?) -> [String: Set<String>] {
        guard let path, let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [:] }
        var known: [String: Set<String>] = [:]
        for line in text.split(separator: "\n") {
            let words = line.prefix { $0 != "#" }.split(separator: " ")
            if words.count == 2 { known[String(words[0]), default: []].insert(String(words[1])) }
        }
        return known
    }
}
