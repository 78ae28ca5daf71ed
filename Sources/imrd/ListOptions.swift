import ArgumentParser
import Foundation
import Service

/// How a list is printed.
struct ListOptions: ParsableArguments {
    @Flag(help: "Print one JSON object a row.")
    var json = false

    @Flag(help: "Print comma-separated values for a spreadsheet.")
    var csv = false

    func validate() throws {
        if json, csv { throw ValidationError("--json and --csv exclude each other.") }
    }

    /// The form; `standard` where neither is asked for.
    func form(_ standard: ListForm.Kind = .table) -> ListForm {
        ListForm(json ? .json : csv ? .csv : standard, width: Output.width, isColoured: Output.isColoured)
    }
}

extension Output {
    /// Whether colours may be printed: on a terminal that knows them, unless NO_COLOR asks for none (no-color.org).
    static var isColoured: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb" && environment["NO_COLOR"]?.isEmpty ?? true
    }
}
