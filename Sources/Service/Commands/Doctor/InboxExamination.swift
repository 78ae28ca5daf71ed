import Determinations
import LinuxSystem
import SystemPackage

/// Whether letters can be dropped, noticed and claimed: the inbox, its rights, its filesystem.
struct InboxExamination {
    let settings: Settings

    private var path: String { settings.locations.inbox }

    func checks() -> [DoctorCheck] {
        do throws(SystemFailure) {
            let folder = try Descriptor.folder(path)
            let status = try folder.status()
            return [rights(status), notice(folder), claim(folder, status)]
        } catch {
            if settings.makesInbox, error.errno == .noSuchFileOrDirectory {
                return [.ok("inbox", "\(path) is made at the first start")]
            }
            return [StateExamination.unusable("inbox", path, error)]
        }
    }

    /// Senders may put letters in; they may not list, read or remove what others put in.
    private func rights(_ status: FileStatus) -> DoctorCheck {
        let mode = String(status.mode, radix: 8)
        let owner = Processes.userName(status.owner)
        let shown = "\(path), mode \(mode), owner \(owner)"
        if settings.makesInbox { return .ok("inbox", shown) }
        if status.mode & 0o002 != 0 {
            return .problem(
                "inbox", "\(shown): every user of this machine may put files in", do: "chmod o-rwx \(path)")
        }
        if status.mode & 0o1000 == 0, status.mode & 0o020 != 0 {
            return .problem(
                "inbox", "\(shown): senders may remove what others put in", do: "chmod +t \(path)")
        }
        if status.mode & 0o044 != 0 {
            return .warning("inbox", "\(shown): others may list what was dropped", do: "chmod 1730 \(path)")
        }
        if status.mode & 0o020 == 0 {
            return .warning(
                "inbox", "\(shown): only \(owner) may put letters in",
                do: "chgrp imrd-drop \(path) && chmod 1730 \(path)")
        }
        return .ok("inbox", shown)
    }

    /// Events or polling.
    private func notice(_ folder: borrowing Descriptor) -> DoctorCheck {
        let kind = FilesystemKind(folder.filesystemKind)
        if !settings.watches {
            return .warning(
                "notice", "\(kind.name); inbox.watch is false: files are found every \(settings.scanInterval) s",
                do: "set inbox.watch to true, unless this is meant so")
        }
        if kind.tellsEverything { return .ok("notice", "\(kind.name): files are noticed at once") }
        let message =
            "\(kind.name): what other machines write is found by looking, every \(settings.scanInterval) s"
        return settings.scanInterval <= 10
            ? .ok("notice", message)
            : .warning("notice", message, do: "set inbox.scanInterval to 10 seconds or less")
    }

    /// A file is claimed by renaming it into the private folder; that works on one filesystem only.
    private func claim(_ folder: borrowing Descriptor, _ inbox: FileStatus) -> DoctorCheck {
        let names = ((try? folder.names()) ?? []).filter { name in
            (try? folder.folder(name).status().device).map { $0 != inbox.device } ?? false
        }
        if let name = names.first {
            return .problem(
                "claim", "\(path)/\(name) is on another filesystem: its files cannot be claimed",
                do: "unmount it, and name it as an inbox of its own or copy from it")
        }
        guard let own = try? folder.status(of: FileName(".imrd")) else {
            return .ok("claim", "the private folder \(path)/.imrd is made at the first start")
        }
        if own.kind != .folder || own.owner != inbox.owner || own.mode & 0o077 != 0 {
            return .problem(
                "claim", "\(path)/.imrd is not the daemon's own folder with mode 700",
                do: "find out who made it, move it away, and start imrd again")
        }
        return .ok("claim", "on the same filesystem as the inbox")
    }
}
