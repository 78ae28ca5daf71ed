import Foundation
import Harms
import LetterGenerator
import LetterReading
import Records

/// The command line: what to harm, and how to print what was found.
struct BenchCommand {
    private var count = 2000
    private var seed: UInt64 = 1
    private var isJSON = false
    private var exampleClass: String?
    private var most = 10
    private var knownList: String?
    private var shown: Int?
    private var readsOnly = false
    private var problem: String?

    static let usage = """
        usage: HarmBench [--letters N] [--seed N] [--json] [--examples CLASS|unharmed [--most N]] [--known FILE]
                         [--readings] [--show NUMBER]
          --letters N    generated letters (default 2000)
          --examples C   print misses of the class whose name starts so, or false alarms on unharmed letters
          --known FILE   lines of "LETTER CODE" for findings on real letters that are right
          --readings     print how the reading of generated letters differs from what they say; harm nothing
          --show NUMBER  print a generated letter in every form
        Real letters: the folder beside the project, or IMRD_SHARED; extracted texts: IMRD_FORMS, else pdftotext.
        """

    init(_ arguments: [String]) {
        var rest = arguments[...]
        while let option = rest.popFirst() {
            switch option {
            case "--json": isJSON = true
            case "--readings": readsOnly = true
            case "--letters", "--seed", "--most", "--show":
                guard let value = rest.popFirst().flatMap({ Int($0) }), value >= 0 else {
                    problem = "\(option) needs a number"
                    return
                }
                set(option, value)
            case "--examples", "--known":
                guard let value = rest.popFirst() else {
                    problem = "\(option) needs a value"
                    return
                }
                if option == "--examples" { exampleClass = value } else { knownList = value }
            default:
                problem = "unknown option \(option)"
                return
            }
        }
    }

    private mutating func set(_ option: String, _ value: Int) {
        switch option {
        case "--letters": count = value
        case "--seed": seed = UInt64(value)
        case "--most": most = value
        default: shown = value
        }
    }

    /// Runs; 0 when done, 64 for a wrong use.
    func run() async -> Int32 {
        if let problem {
            FileHandle.standardError.write(Data("HarmBench: \(problem)\n\(Self.usage)\n".utf8))
            return 64
        }
        if let shown {
            show(shown)
        } else if readsOnly {
            compareReadings()
        } else {
            await bench()
        }
        return 0
    }

    private func show(_ number: Int) {
        for form in TextForm.allCases {
            print("======== \(form)")
            print(String(decoding: LetterMaker.letter(seed: seed, number: number).text(form).text, as: UTF8.self))
        }
    }

    private func compareReadings() {
        var different = 0
        for number in 0..<count {
            let letter = LetterMaker.letter(seed: seed, number: number)
            for form in TextForm.allCases {
                let lines =
                    (try? LetterReader.read(letter.text(form).text)).map {
                        ReadingDifferences.lines($0, letter.truth, isHeaderLost: form.isHeaderLost)
                    } ?? ["not read"]
                different += lines.isEmpty ? 0 : 1
                for line in lines { print("\(number) \(form) \(line)") }
            }
        }
        print("\(different) of \(count * TextForm.allCases.count) texts were not read exactly")
    }

    private func bench() async {
        let bench = Bench(seed: seed, exampleClass: exampleClass)
        let specimens = RealSpecimens.load(knownList: knownList)
        let real = await bench.run(count: specimens.count) { specimens[$0] }
        let early = Specimen.earlyLayouts
        let ofEarly = await bench.run(count: early.count) { early[$0] }
        var generated = await bench.run(count: count) { [seed] in Specimen(seed: seed, number: $0) }
        let others = NonLetterMaker.Kind.allCases.flatMap { kind in
            (0..<max(1, count / 10)).map { (kind.rawValue, NonLetterMaker.text(kind, seed: seed, number: $0)) }
        }
        let nonLetters = await bench.run(nonLetters: others)
        if exampleClass != nil {
            generated.merge(nonLetters)
            for example in (real.examples + generated.examples + ofEarly.examples).prefix(most) {
                print(Self.text(example))
            }
        } else if isJSON {
            print(
                JSON.object([
                    "generated": generated.json, "real": real.json, "early": ofEarly.json, "noLetter": nonLetters.json,
                ]).line)
        } else {
            print(generated.markdown(title: "Generated letters (\(count), seed \(seed)): share found, %"))
            print(generated.wordingsMarkdown)
            print(real.markdown(title: "Real letters: share found, %"))
            print(ofEarly.markdown(title: "Letters of the layouts L1 to L3 (a fixture of each): share found, %"))
            print(nonLetters.markdown(title: "No letter at all: share held, %"))
        }
    }

    private static func text(_ example: Example) -> String {
        """
        === \(example.name) — \(example.letter) — \(example.note)
        \(example.text)
        --- found: \(example.findings.isEmpty ? "nothing" : "\n    " + example.findings.joined(separator: "\n    "))

        """
    }
}
