package import Records

extension BenchReport {
    /// The figures as one object: `harms` (class, form, done, found, noticed), `unharmed`, `falseAlarms`.
    package var json: JSON {
        var harms: [JSON] = []
        for (name, forms) in outcomes.sorted(by: { $0.key < $1.key }) {
            for (form, outcome) in forms.sorted(by: { $0.key < $1.key }) {
                harms.append(
                    .object([
                        "harm": .string(name), "form": .string(form), "done": .integer(outcome.done),
                        "found": .integer(outcome.found), "noticed": .integer(outcome.noticed),
                    ]))
            }
        }
        let alarms = falseAlarms.sorted(by: { $0.key < $1.key }).flatMap { name, forms in
            forms.sorted(by: { $0.key < $1.key }).map { form, count in
                JSON.object(["finding": .string(name), "form": .string(form), "count": .integer(count)])
            }
        }
        let checked = unharmed.sorted(by: { $0.key < $1.key }).map { form, count in
            JSON.object(["form": .string(form), "count": .integer(count)])
        }
        return .object(["harms": .array(harms), "unharmed": .array(checked), "falseAlarms": .array(alarms)])
    }
}
