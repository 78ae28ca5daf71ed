/// The fields of the header table, by the labels that letters print.
package enum HeaderLine: String, Hashable, Sendable, CaseIterable {
    /// `CM16-0213037`
    case caseNumber = "Case Number:"
    /// The day the case went to the reviewer.
    case assigned = "Date Assigned:"
    /// The day of the injury.
    case injury = "Date of Injury:"
    /// The day of the determination.
    case decision = "Decision Date:"
    /// The day of the denial.
    case urDenial = "UR Denial Date:"
    /// `Standard` or `Expedited`
    case priority = "Priority:"
    /// The day the application came in; the label wraps after its first word.
    case applicationReceived = "Application Received:"

    /// The fields that hold a date, in the order of time.
    package static let dates: [HeaderLine] = [.injury, .urDenial, .applicationReceived, .assigned, .decision]
}
