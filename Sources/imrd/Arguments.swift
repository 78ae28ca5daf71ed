import ArgumentParser
import Deadlines
import Determinations
import Register
import Review

// How the values of our rooms are written on the command line.

extension RowKey: ExpressibleByArgument {
    /// From `41.2`.
    public init?(argument: String) { self.init(argument) }
}

extension CaseNumber: ExpressibleByArgument {
    /// From `CM16-0213037`.
    public init?(argument: String) { self.init(argument) }
}

extension CalendarDate: ExpressibleByArgument {
    /// From `2026-11-18`.
    public init?(argument: String) { self.init(argument) }
}

extension LetterName: ExpressibleByArgument {
    /// From a letter's number, case or arrival.
    public init?(argument: String) { self.init(argument) }
}

extension Severity: ExpressibleByArgument {}
extension FindingState: ExpressibleByArgument {}
extension DismissalReason: ExpressibleByArgument {}
extension DeadlineKind: ExpressibleByArgument {}
extension LetterFilter.Outcome: ExpressibleByArgument {}
