package import Determinations

/// The decision covers a part of the request only.
///
/// **Finds** an item of which utilization review had authorized a part, so that the decision covers the remaining portion.
///
/// **Why it matters:** who reads the whole heading authorizes, or denies, more than was decided.
///
/// **Example:** "Therapy, 12 visits was the original request. Therapy, 6 visits was authorized … The remaining … portion of the
/// original request, Therapy, 6 visits is: Overturned".
///
/// **Quiet:** for items that were denied whole.
package enum D05PartialScope: AnomalyRule {
    package static let code = "D05"
    package static let name = "partial-scope"
    package static let severity = Severity.info

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.determination.items.filter(\.isPartlyAuthorized).map { item in
            finding(
                "The decision about item \(item.number) covers only what utilization review had not authorized.",
                expected: "the decision to be read for this part alone",
                found: "\"\(letter.quote(item.requestInDispute))\"", in: letter, at: [item.requestInDispute],
                item: item.number)
        }
    }
}
