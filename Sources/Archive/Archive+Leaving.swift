package import Determinations
package import LinuxSystem
package import Records
import SystemPackage

/// How a held entry leaves the folder of held files, because somebody released or discarded it.
///
/// First the file `leaving` is put into its folder, then the decision is logged, then it is carried out: a start after a kill
/// looks at the marked folders only, and the audit log says what was decided.
extension Archive {
    /// What is held under an arrival; nil when nothing is.
    package func heldEntry(_ arrival: ArrivalIdentifier) throws(ArchiveFailure) -> HeldEntry? {
        try working {
            try held.has(FileName(arrival.description)) ? HeldReader.entry(arrival, in: held) : nil
        }
    }

    /// The held original, open for reading, where it is a regular file; nil where it is something else or not there.
    package func heldOriginal(_ arrival: ArrivalIdentifier) throws(ArchiveFailure) -> Descriptor? {
        do {
            let folder = try held.folder(FileName(arrival.description))
            guard try folder.has(Name.original), try folder.status(of: Name.original).kind == .regular else {
                return nil
            }
            return try folder.openForReading(Name.original)
        } catch {
            throw ArchiveFailure(wrapping: error)
        }
    }

    /// Marks a held entry as leaving, durably when it returns.
    package func markLeaving(_ arrival: ArrivalIdentifier) throws(ArchiveFailure) {
        try working { try held.folder(FileName(arrival.description)).place([], as: Name.leaving) }
    }

    /// Takes the mark away: the decision was not logged, or the arrival was held again.
    package func unmarkLeaving(_ arrival: ArrivalIdentifier) throws(ArchiveFailure) {
        try working {
            let folder = try held.folder(FileName(arrival.description))
            if try folder.removeIfPresent(Name.leaving) { try folder.sync() }
        }
    }

    /// The entries that bear the mark, the oldest first; what a kill left on its way into place goes.
    package func leaving() throws(ArchiveFailure) -> [ArrivalIdentifier] {
        try working {
            var marked: [ArrivalIdentifier] = []
            for name in try held.names() {
                guard let arrival = ArrivalIdentifier(String(decoding: name.bytes, as: UTF8.self)) else { continue }
                let folder = try held.folder(name)
                if try folder.has(Bag.Name.temporary) { try folder.remove(Bag.Name.temporary) }
                if try folder.has(Name.leaving) { marked.append(arrival) }
            }
            return marked.sorted()
        }
    }

    /// Gives a held entry that was put through again its new reason; the mark stays until that is logged.
    package func holdAgain(_ arrival: ArrivalIdentifier, reason: JSON) throws(ArchiveFailure) {
        try working {
            let bytes = reason.bytes + [UInt8(ascii: "\n")]
            try held.folder(FileName(arrival.description)).place(bytes, as: Name.reason)
        }
    }

    /// Moves a held entry into the folder `discarded`, where it is kept; doing it twice changes nothing.
    package func moveToDiscarded(_ arrival: ArrivalIdentifier) throws(ArchiveFailure) {
        try working {
            let name = FileName(arrival.description)
            let discarded = try held.makeFolder(Name.discarded)
            if try held.has(name) {
                try held.rename(name, into: discarded, as: name)
                try discarded.sync()
                try held.sync()
            }
            try discarded.folder(name).removeIfPresent(Name.leaving)
        }
    }
}
