extension BenchReport {
    /// The figures as Markdown tables: recall by class and form, then false alarms by code and form.
    package func markdown(title: String) -> String {
        let forms = unharmed.keys.sorted()
        var lines = ["## \(title)", ""]
        if !forms.isEmpty {
            lines.append("| harm | " + forms.joined(separator: " | ") + " | all | done | any warning or error |")
            lines.append("|---|" + String(repeating: "---|", count: forms.count + 3))
            let names = HarmCatalogue.harms.map(\.name) + [HarmCatalogue.joined]
            for name in names where outcomes[name] != nil {
                let cells = forms.map { form in outcomes[name]?[form].map { Self.percent($0.found, of: $0.done) } ?? ""
                }
                let total = total(name)
                lines.append(
                    "| \(name) | " + cells.joined(separator: " | ")
                        + " | \(Self.percent(total.found, of: total.done)) |"
                        + " \(total.done) | \(Self.percent(total.noticed, of: total.done)) |")
            }
            lines += ["", "| unharmed letters | " + forms.joined(separator: " | ") + " | all |"]
            lines.append("|---|" + String(repeating: "---|", count: forms.count + 1))
            let counts = forms.map { "\(unharmed[$0] ?? 0)" }
            lines.append("| checked | " + counts.joined(separator: " | ") + " | \(unharmed.values.reduce(0, +)) |")
            for name in falseAlarms.keys.sorted() {
                let cells = forms.map { "\(falseAlarms[name]?[$0] ?? 0)" }
                let total = (falseAlarms[name] ?? [:]).values.reduce(0, +)
                lines.append("| \(name) | " + cells.joined(separator: " | ") + " | \(total) |")
            }
        }
        if let kinds = outcomes[HarmCatalogue.noLetter] {
            lines += ["| no letter at all | held | done |", "|---|---|---|"]
            for kind in kinds.keys.sorted() {
                let outcome = kinds[kind] ?? Outcome()
                lines.append("| \(kind) | \(Self.percent(outcome.found, of: outcome.done)) | \(outcome.done) |")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The wordings of conclusions that were misjudged, the worst first.
    package var wordingsMarkdown: String {
        var lines = [
            "| wording of the conclusion | decision flipped | missed | blamed unharmed |", "|---|---|---|---|",
        ]
        let worst = wordings.filter { $0.value.missed + $0.value.blamed > 0 }
            .sorted { ($1.value.missed + $1.value.blamed, $0.key) < ($0.value.missed + $0.value.blamed, $1.key) }
        for (wording, sum) in worst { lines.append("| \(wording) | \(sum.flips) | \(sum.missed) | \(sum.blamed) |") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A share with two decimals, such as `99.41 %`; never rounded up to 100.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "" }
        let hundredths = part * 10_000 / whole
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
