import Determinations
import Review

/// What stands around every page, and the page itself.
struct Frame {
    /// A place in the navigation.
    struct Place {
        let name: String
        let address: String
        let isHere: Bool
        var figure: String?
        var figureOf = ""
        var isLate = false
    }

    /// A line above the page; its kind is `good`, `warning` or `error`.
    struct Message: Hashable, Sendable {
        let kind: String
        let text: String
    }

    let title: String
    let navigation: [Place]
    let reviewer: String
    let token: String
    let version: String
    let searched: String
    let messages: [Message]
    let page: Any
    let stylesheet = Assets.style.address
    let script = Assets.script.address
    let icon = Assets.icon.address
}

extension Frame.Place {
    /// All places; that of a template is here.
    static func all(_ template: String, _ today: Today?) -> [Frame.Place] {
        let here = template == "rule" ? "rules" : template
        func place(_ name: String, _ address: String, _ template: String, _ number: Int = 0, _ of: String = "")
            -> Frame.Place
        {
            Frame.Place(
                name: name, address: address, isHere: template == here,
                figure: number > 0 ? Wording.number(number) : nil, figureOf: of)
        }
        let grave = (today?.pending[.error] ?? 0) + (today?.pending[.warning] ?? 0)
        let overdue = today?.overdue ?? 0
        var deadlines = place(
            "Deadlines", "/deadlines", "deadlines", overdue > 0 ? overdue : today?.dueSoon ?? 0,
            overdue > 0 ? "overdue" : "due within a week")
        deadlines.isLate = overdue > 0
        return [
            place("Today", "/", "today"),
            place("Anomalies", "/anomalies", "anomalies", grave, "errors and warnings to look at"),
            deadlines, place("Held", "/held", "held", today?.heldCount ?? 0, "held files"),
            place("Letters", "/search", "search"), place("Statistics", "/statistics", "statistics"),
            place("Log", "/log", "log"), place("Rules", "/rules", "rules"),
        ]
    }
}
