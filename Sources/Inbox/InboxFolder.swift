import Determinations
package import LinuxSystem
import Synchronization
import SystemPackage

/// The folder where letters are dropped, and the private folder `.imrd` in it where claimed files stand.
///
/// Everything is reached through descriptors; all methods are synchronous and may be called from any thread. Files are
/// claimed by one caller at a time.
package final class InboxFolder: Sendable {
    /// Where it was opened.
    package let path: String
    /// What the operator set; may change at any time.
    package var settings: InboxSettings {
        get { adjustable.withLock { $0 } }
        set { adjustable.withLock { $0 = newValue } }
    }

    private let adjustable: Mutex<InboxSettings>
    let inbox: Descriptor
    let claimed: Descriptor
    let state: Mutex<InboxState>
    let journal: ClaimJournal
    private let identity: FileStatus

    /// Opens the inbox and makes its private folder, mode 0700.
    package init(path: String, settings: InboxSettings = InboxSettings()) throws(InboxFailure) {
        self.path = path
        adjustable = Mutex(settings)
        state = Mutex(InboxState())
        do throws(SystemFailure) {
            inbox = try Descriptor.folder(path)
            identity = try inbox.status()
        } catch {
            throw InboxFailure(error, path)
        }
        let privateName = FileName(".imrd")
        do throws(SystemFailure) {
            claimed = try inbox.makeFolder(privateName, mode: 0o700)
            let status = try claimed.status()
            // Whoever may drop files could have made this folder first.
            guard status.owner == Processes.effectiveUser, status.mode & 0o077 == 0, status.device == identity.device
            else { throw SystemFailure("use", path + "/.imrd", .notDirectory) }
            journal = try ClaimJournal(in: claimed)
        } catch {
            if error.errno == .notDirectory || error.errno == .tooManySymbolicLinkLevels {
                throw InboxFailure(.privateFolder, path, cause: error)
            }
            throw InboxFailure(error, path)
        }
    }

    /// Makes sure that there is a folder at a path; fails as opening the inbox there would.
    package static func require(_ path: String) throws(InboxFailure) {
        do throws(SystemFailure) { _ = try Descriptor.folder(path) } catch { throw InboxFailure(error, path) }
    }

    /// Whether the path still leads to this folder: not when it was moved, deleted, made again or mounted over.
    package var isInPlace: Bool {
        guard let there = try? Descriptor.folder(path).status() else { return false }
        return there.device == identity.device && there.inode == identity.inode
    }

    /// The kind of filesystem it is on.
    package var filesystem: FilesystemKind { FilesystemKind(inbox.filesystemKind) }

    /// What waits and why, the oldest first.
    package var waiting: [WaitingEntry] {
        state.withLock { state in
            let entries = state.observations.map { WaitingEntry(entry: $0, reason: $1.reason, since: $1.since) }
            return (entries + state.unusable).sorted { $0.since < $1.since }
        }
    }

    /// Every name that may be claimed, in the inbox and in its sources, in no order.
    ///
    /// What cannot be used (a source without permission, a folder in a source) is found in `waiting` afterwards and does
    /// not stop the rest.
    package func scan() throws(SystemFailure) -> [InboxEntry] {
        let settings = settings
        var entries: [InboxEntry] = []
        var unusable: [InboxEntry: WaitingReason] = [:]
        for name in try inbox.names() where name.bytes.first != UInt8(ascii: ".") {
            let entry = InboxEntry(name: name)
            switch try? inbox.status(of: name).kind {
            case .folder?:
                do throws(SystemFailure) {
                    try scan(source: name, into: &entries, &unusable)
                } catch {
                    if error.errno != .noSuchFileOrDirectory { unusable[entry] = Self.reason(error) }
                }
            case nil: continue
            default: if !settings.ignores(name) { entries.append(entry) }
            }
        }
        remember(present: Set(entries), unusable)
        return entries
    }

    private func scan(
        source: FileName, into entries: inout [InboxEntry], _ unusable: inout [InboxEntry: WaitingReason]
    ) throws(SystemFailure) {
        let folder = try inbox.folder(source)
        for name in try folder.names() where name.bytes.first != UInt8(ascii: ".") {
            let entry = InboxEntry(source: source, name: name)
            do throws(SystemFailure) {
                if try folder.status(of: name).kind == .folder {
                    unusable[entry] = .folderTooDeep
                } else if !settings.ignores(name) {
                    entries.append(entry)
                }
            } catch {
                if error.errno != .noSuchFileOrDirectory { unusable[entry] = Self.reason(error) }
            }
        }
    }

    private func remember(present: Set<InboxEntry>, _ unusable: [InboxEntry: WaitingReason]) {
        let now = WallClock.nanoseconds / 1_000_000
        state.withLock { state in
            let since = Dictionary(state.unusable.map { ($0.entry, $0.since) }) { first, _ in first }
            state.unusable = unusable.map { WaitingEntry(entry: $0, reason: $1, since: since[$0] ?? now) }
            state.observations = state.observations.filter { present.contains($0.key) }
        }
    }

    /// When an entry was last changed or moved, in nanoseconds since 1970; nil when it is gone.
    package func changed(_ entry: InboxEntry) -> Int64? {
        try? withFolder(of: entry) { folder throws(SystemFailure) in try folder.status(of: entry.name).changed }
    }

    /// Lends the folder in which an entry stands.
    func withFolder<Result>(
        of entry: InboxEntry, _ body: (borrowing Descriptor) throws(SystemFailure) -> Result
    ) throws(SystemFailure) -> Result {
        guard let source = entry.source else { return try body(inbox) }
        return try body(try inbox.folder(source))
    }

    static func reason(_ failure: SystemFailure) -> WaitingReason {
        switch failure.errno {
        case .permissionDenied, .notPermitted: .noPermission
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem: .noDescriptors
        case .improperLink: .otherFilesystem
        case .tooManySymbolicLinkLevels, .fileExists, .noSuchAddressOrDevice: .replaced
        default: .systemFailure
        }
    }
}
