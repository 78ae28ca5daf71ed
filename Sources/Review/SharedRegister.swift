import Determinations
import LinuxSystem
import Register
import Synchronization

/// The register as it is now: opened once, and again when another file stands in its place.
final class SharedRegister: Sendable {
    private let path: String
    private let opened = Mutex<(register: Register, file: FileIdentity)?>(nil)

    init(path: String) { self.path = path }

    /// Asks the register; one that was deleted, damaged or not made yet is a failure in one line.
    func read<Value>(_ question: (Register) throws -> Value) throws(ReviewFailure) -> Value {
        do {
            return try question(try current())
        } catch {
            // A damaged file may have been replaced meanwhile: the next question opens it anew.
            opened.withLock { $0 = nil }
            throw (error as? ReviewFailure) ?? ReviewFailure(.registerUnavailable, "\(error)")
        }
    }

    private func current() throws -> Register {
        guard let file = FileIdentity(of: path) else {
            throw ReviewFailure(
                .registerUnavailable,
                "there is no register at \"\(FileName(path))\" yet; the daemon makes it: start it, or run \"imrd reindex\""
            )
        }
        return try opened.withLock { opened in
            if let opened, opened.file == file { return opened.register }
            let register = try Register(reading: path)
            opened = (register, file)
            return register
        }
    }
}
