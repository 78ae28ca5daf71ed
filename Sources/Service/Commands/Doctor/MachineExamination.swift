import Foundation
import LetterText
import LinuxSystem

/// Whether the machine has what imrd needs: pdftotext, OCR, imrd-watch, inotify, a clock that is right, a time zone.
struct MachineExamination {
    let settings: Settings

    func checks() async -> [DoctorCheck] {
        let extractor = await settings.extractor()
        return [await pdftotext(extractor), ocr(extractor), watcher(), inotify(), clock(), timeZone()]
    }

    private func pdftotext(_ extractor: TextExtractor) async -> DoctorCheck {
        guard let found = extractor.pdftotext, let version = await TextExtractor.version(of: found) else {
            let place = settings.pdftotext.isEmpty ? "in PATH" : "at \(settings.pdftotext)"
            return .problem("pdftotext", "there is none \(place) that runs", do: "apt-get install poppler-utils")
        }
        let reader = extractor.hasWorkers ? "; imrd-pdf reads in its place" : ""
        return .ok("pdftotext", "\(found), \(version)\(reader)")
    }

    /// Scans are held without it, which is no trouble where none come.
    private func ocr(_ extractor: TextExtractor) -> DoctorCheck {
        if let scans = extractor.scans { return .ok("ocr", "\(scans.tesseract): scans are read") }
        let why = settings.readsScans ? "for scans to be read: apt-get install tesseract-ocr" : "reader.ocr is false"
        return .ok("ocr", "scans are held; \(why)")
    }

    private func watcher() -> DoctorCheck {
        let path = OwnProgram.watcher
        if FileManager.default.isExecutableFile(atPath: path) { return .ok("watcher", path) }
        return .problem(
            "watcher", "there is no \(path): files are found every \(settings.scanInterval) s only",
            do: "install imrd-watch beside imrd")
    }

    private func inotify() -> DoctorCheck {
        func limit(_ name: String) -> Int? {
            let text = try? String(contentsOfFile: "/proc/sys/fs/inotify/\(name)", encoding: .utf8)
            return text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        }
        guard let watches = limit("max_user_watches"), let instances = limit("max_user_instances"),
            let events = limit("max_queued_events")
        else {
            return .warning("inotify", "its limits cannot be read", do: "look into /proc/sys/fs/inotify")
        }
        return Self.inotify(watches: watches, instances: instances, events: events)
    }

    /// imrd needs one watch for the inbox and one for each source, and one instance.
    static func inotify(watches: Int, instances: Int, events: Int) -> DoctorCheck {
        let shown = "\(watches) watches, \(instances) instances, \(events) queued events"
        let least = [
            ("max_user_watches", watches, 1024), ("max_user_instances", instances, 16),
            ("max_queued_events", events, 4096),
        ]
        guard let low = least.first(where: { $0.1 < $0.2 }) else { return .ok("inotify", shown) }
        return .warning("inotify", shown, do: "sysctl fs.inotify.\(low.0)=\(low.2)")
    }

    private func clock() -> DoctorCheck {
        let now = "it is \(Date.now.formatted(.iso8601)) by this clock"
        if WallClock.isSynchronized { return .ok("clock", "\(now), which follows a time server") }
        return .warning(
            "clock", "\(now), which follows no time server: days of receipt may be wrong",
            do: "timedatectl set-ntp true, or see to it that the host does")
    }

    private func timeZone() -> DoctorCheck {
        guard let calendar = ReceiptCalendar(timeZone: settings.timeZone) else {
            return .problem(
                "time zone", "\(settings.timeZone) is not known here", do: "apt-get install tzdata")
        }
        return .ok("time zone", "\(settings.timeZone): today is \(calendar.day(of: Int64(FilingEngine.now)))")
    }
}
