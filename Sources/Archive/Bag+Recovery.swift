import Determinations
import LinuxSystem
import Records

extension Bag {
    /// The letters at the end of `records.jsonl` that the audit log does not know.
    private struct UnloggedTail {
        /// Where `records.jsonl` is to be cut.
        var recordsEnd: Int64
        /// The stems of their payload names.
        var stems: [String] = []
    }

    /// Undoes what a killed run left behind, and reports what none can have left.
    ///
    /// In this order, so that it can itself be killed anywhere: lines of the manifest, files, records. A record outlives
    /// the lines and files it explains. `isLogged` is the audit log's answer: the log is the commit.
    func recover(isLogged: (ArrivalIdentifier) -> Bool, report: inout RecoveryReport) throws(SystemFailure) {
        guard let tail = try unloggedTail(isLogged: isLogged, damage: &report.damage) else { return }
        guard try cutManifest(of: tail, damage: &report.damage) else { return }
        try removeUnlisted(before: tail.recordsEnd, report: &report)
        if tail.recordsEnd < records.length {
            try records.cut(to: tail.recordsEnd)
            report.undoneLetters += tail.stems.count
        }
        try records.sync()
    }

    /// Reads the tail of the records; nil, and damage, when it is not what a killed run leaves.
    private func unloggedTail(
        isLogged: (ArrivalIdentifier) -> Bool, damage: inout [Damage]
    ) throws(SystemFailure) -> UnloggedTail? {
        var lines = try records.lastLines(atMost: 2 * Archive.largestBatch + 1)
        var tail = UnloggedTail(recordsEnd: records.length)
        if let torn = lines.last, !torn.isWhole {
            if let arrival = RecordLine.arrival(near: torn.bytes), isLogged(arrival) {
                damage.append(recordsDamage("the last line is torn, and its letter is logged: \(arrival)"))
                return nil
            }
            tail.recordsEnd = torn.offset
            lines.removeLast()
        }
        while let line = lines.last, let record = RecordLine(line.bytes, inBag: path), !isLogged(record.arrival) {
            tail.stems.append(record.stem)
            tail.recordsEnd = line.offset
            lines.removeLast()
        }
        if tail.stems.count > Archive.largestBatch {
            damage.append(
                recordsDamage("more letters than one run can leave are not logged; is this the right audit log?"))
            return nil
        }
        for line in lines {
            if let record = RecordLine(line.bytes, inBag: path), isLogged(record.arrival) { continue }
            damage.append(recordsDamage("the line at byte \(line.offset) is no record of a logged letter"))
        }
        return tail
    }

    /// Cuts the lines of unlogged letters; false, and damage, when the end is torn though every letter is logged.
    private func cutManifest(of tail: UnloggedTail, damage: inout [Damage]) throws(SystemFailure) -> Bool {
        var lines = try manifest.lastLines(atMost: 2 * Archive.largestBatch + 1)
        var end = manifest.length
        if let torn = lines.last, !torn.isWhole {
            guard !tail.stems.isEmpty else {
                damage.append(manifestDamage("the last line is torn, though every letter is logged"))
                return false
            }
            end = torn.offset
            lines.removeLast()
        }
        let stems = Set(tail.stems)
        while let line = lines.last, let name = BagText.payloadName(inManifestLine: line.bytes),
            let payload = PayloadName(name.bytes), stems.contains(payload.stem)
        {
            end = line.offset
            lines.removeLast()
        }
        if end < manifest.length { try manifest.cut(to: end) }
        try manifest.sync()
        return true
    }

    /// Removes the files that a killed run linked and did not list.
    private func removeUnlisted(before recordsEnd: Int64, report: inout RecoveryReport) throws(SystemFailure) {
        let comparison = try compareWithManifest()
        report.damage += comparison.damage
        guard comparison.unlisted.count <= 2 * Archive.largestBatch else {
            report.damage.append(
                manifestDamage("names none of \(comparison.unlisted.count) files, more than one run can leave"))
            return
        }
        let recorded = comparison.unlisted.isEmpty ? [] : try recordedStems(before: recordsEnd)
        for name in comparison.unlisted {
            guard let payload = PayloadName(name.bytes), try data.status(of: name).kind == .regular else {
                report.damage.append(payloadDamage(name, "is nothing that imrd puts there"))
                continue
            }
            if recorded.contains(payload.stem) {
                report.damage.append(payloadDamage(name, "is recorded, and missing in the manifest"))
            } else {
                try data.remove(name)
                report.removedFiles += 1
            }
        }
        try data.sync()
    }

    private func recordedStems(before end: Int64) throws(SystemFailure) -> Set<String> {
        var stems: Set<String> = []
        try records.forEachLine { line in
            if line.offset < end, let record = RecordLine(line.bytes, inBag: path) { stems.insert(record.stem) }
        }
        return stems
    }
}
