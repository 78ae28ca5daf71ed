package import Determinations

extension Archive {
    /// Finishes or undoes what a killed run left behind: in every bag without a seal, and among the held entries.
    ///
    /// Only ends are cut, and only what `isLogged` does not know; what no killed run can have left is reported and not
    /// touched. It can be killed at any point, and doing it twice changes nothing. Call it once, before anything else.
    /// - Parameter looks: How bags looked that were whole; those that still do are passed over.
    package func recover(
        unless looks: Set<String> = [], isLogged: (ArrivalIdentifier) -> Bool
    ) throws(ArchiveFailure) -> RecoveryReport {
        try working {
            closeBags()
            var report = RecoveryReport()
            for day in try unsealedDays() {
                if let look = try Bag.look(of: day, in: root), looks.contains(look) { continue }
                try Bag(of: day, in: root).recover(isLogged: isLogged, report: &report)
                try Bag.removeIfEmpty(day, in: root)
            }
            report.removedHeld = try removeUnfinishedHeld()
            return report
        }
    }

    /// Seals the bags of all days before this one that bear no seal yet; a damaged bag is reported and left open.
    ///
    /// No batch may be waiting for its audit entries: a sealed bag is not looked at by `recover`.
    package func seal(before today: CalendarDate) throws(ArchiveFailure) -> SealReport {
        try working {
            closeBags()
            var report = SealReport()
            for day in try unsealedDays() where day < today {
                if try Bag.removeIfEmpty(day, in: root) { continue }
                let damage = try Bag(of: day, in: root).seal()
                report.damage += damage
                if damage.isEmpty { report.sealed.append(day) }
            }
            return report
        }
    }
}
