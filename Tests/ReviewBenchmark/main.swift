import Foundation

// Fills a register with invented letters and measures what a reviewer asks of it.
//
//   swift run -c release ReviewBenchmark FOLDER [COUNT]
//
// FOLDER gets register.sqlite and archive/ (texts of the newest letters), as below --root; it is filled up to COUNT letters
// (default 100000) once, and only measured afterwards. Times are of 200 questions each, one after the other.

let arguments = CommandLine.arguments
guard arguments.count > 1, let count = arguments.count > 2 ? Int(arguments[2]) : 100_000 else {
    print("usage: ReviewBenchmark FOLDER [COUNT]")
    exit(64)
}
let filling = try RegisterFilling(folder: arguments[1])
try filling.fill(upTo: count)
try Questions(folder: arguments[1], count: count).ask()
