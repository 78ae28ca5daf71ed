import Foundation
import LetterGenerator

// Writes invented letters as text files, for measurements.
//
//   swift run -c release MakeLetters FOLDER COUNT [SEED]
//
// Letter N of a seed is the same every time. A folder of files letter-0000000.txt, …, each about 4 KB.

let arguments = CommandLine.arguments
guard arguments.count >= 3, let count = Int(arguments[2]), count >= 0,
    let seed = arguments.count > 3 ? UInt64(arguments[3]) : 1
else {
    print("usage: MakeLetters FOLDER COUNT [SEED]")
    exit(64)
}
let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
for number in 0..<count {
    let name = "letter-" + String(number + 10_000_000).dropFirst() + ".txt"
    let letter = LetterMaker.letter(seed: seed, number: number).text(.layout)
    try Data(letter.text).write(to: folder.appendingPathComponent(name))
}
