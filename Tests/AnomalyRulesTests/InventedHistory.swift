import AnomalyRules
import Determinations

/// Earlier letters that nobody ever wrote.
enum InventedHistory {
    /// An earlier letter of the case with one item.
    static func letter(_ request: String, _ decision: Decision) -> LetterHistory.EarlierLetter {
        LetterHistory.EarlierLetter(
            arrival: ArrivalIdentifier(milliseconds: 1, high: 0, low: 1), path: "2016/06/01/data/a.pdf", textHash: "00",
            items: [(request, decision)])
    }
}
