import AuditLog
import Determinations
import LinuxSystem
import Records

/// `imrd prove`: that a letter stands in the audit log, for somebody who has only the letter and the public key.
package struct ProveCommand: Sendable {
    private let settings: Settings

    /// Proofs from the log of these settings.
    package init(settings: Settings) { self.settings = settings }

    /// The proof for a filed arrival, one JSON object.
    /// - Parameter arrival: Its number.
    package func prove(_ arrival: String) throws -> String {
        guard let identifier = ArrivalIdentifier(arrival.uppercased()) else {
            throw CommandFailure(
                .usage, "\"\(Terminal.safe(arrival.prefix(100)))\" is no arrival; it has 26 letters and digits")
        }
        let key = try Self.key(settings.locations.log + "/audit/key.pub")
        return try InclusionProof.prove(identifier, folder: settings.locations.log, publicKey: key).line
    }

    /// Checks a proof; needs no log and no daemon.
    /// - Parameters:
    ///   - proof: The file that `prove` wrote.
    ///   - letter: The file of the letter.
    ///   - key: The file of the public key, had from whom one trusts.
    ///   - json: Whether the proved entry is returned as it stands in the log.
    /// - Throws: `CommandFailure` with what the proof lacks.
    package static func check(proof: String, letter: String, key: String, json: Bool) throws -> String {
        let bytes = try Descriptor.file(proof).read(upTo: 64 << 20)
        guard let object = try? JSON(reading: bytes) else {
            throw CommandFailure(.failed, "\(FileName(proof)) is no proof; \"imrd prove ARRIVAL\" writes one")
        }
        let file = try Descriptor.file(letter)
        let content = try file.read(upTo: Int(file.status().size))
        let entry: JSON
        do { entry = try InclusionProof.check(object, letter: content, publicKey: Self.key(key)) } catch {
            if let failure = error as? InclusionProof.Failure {
                throw CommandFailure(.failed, "not proved: \(failure)")
            }
            throw error
        }
        if json { return entry.line }
        return Terminal.safe(
            "proved: received \(entry["received"]?.text ?? "?"), logged \(entry["time"]?.text ?? "?") as entry "
                + "\(entry["seq"]?.integer ?? 0), case \(entry["case"]?.text ?? "unknown")")
    }

    private static func key(_ path: String) throws -> VerifierKey {
        guard let key = VerifierKey(try VerifyCommand.text(of: path)) else {
            throw CommandFailure(.noInput, "\(FileName(path)) is no public key; it is the file log/audit/key.pub")
        }
        return key
    }
}
