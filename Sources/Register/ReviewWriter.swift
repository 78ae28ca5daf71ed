import Determinations
import GRDB
import Records

/// Mirrors what a reviewer did; an act on something that the register does not have is passed over.
struct ReviewWriter {
    let entry: RegisterWriter

    func write() throws {
        let fields = entry.entry
        guard let act = fields["act"]?.text.flatMap({ ReviewAct(rawValue: $0) }), let arrival = fields["arrival"]?.text,
            let letter = try Int.fetchOne(
                entry.database.cachedStatement(sql: "SELECT seq FROM letters WHERE arrival = ?"), arguments: [arrival])
        else { return }
        let finding = fields["finding"]?["number"]?.integer.map { RowKey(letter: letter, place: $0) }
        try entry.execute(
            "INSERT OR REPLACE INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                RowKey(letter: entry.sequence, place: 0).id, letter, finding?.id, entry.time, entry.actor, act.rawValue,
                fields["reason"]?.text, fields["comment"]?.text, detail(act),
            ])
        if let finding, let state = act.stateAfter { try entry.setState(of: finding.id, to: state) }
        switch act {
        case .receipt: try correctReceipt(of: letter, to: fields["receivedOn"]?.text ?? "")
        case .done, .undone:
            try end(RowKey(letter: letter, place: fields["item"]?.integer ?? 0), isDone: act == .done)
        default: break
        }
    }

    private func detail(_ act: ReviewAct) -> String? {
        switch act {
        case .receipt: entry.entry["receivedOn"]?.text
        case .done, .undone: entry.entry["item"]?.integer.map(String.init)
        default: nil
        }
    }

    private func correctReceipt(of letter: Int, to day: String) throws {
        try entry.execute("UPDATE letters SET receipt_day = ? WHERE seq = ?", [day, letter])
        let ids = RowKey.ids(of: letter)
        try entry.execute(
            "UPDATE deadlines SET receipt_day = ? WHERE id BETWEEN ? AND ?", [day, ids.lowerBound, ids.upperBound])
    }

    private func end(_ deadline: RowKey, isDone: Bool) throws {
        try entry.execute(
            "UPDATE deadlines SET done = ?, actor = ?, time = ?, comment = ? WHERE id = ?",
            [
                isDone, isDone ? entry.actor : nil, isDone ? entry.time : nil,
                isDone ? entry.entry["comment"]?.text : nil, deadline.id,
            ])
    }
}
