import AuditLog
import LinuxSystem
import Logging
import Records
import Register

/// The register is derived, and filing never waits for it: one that fails is opened or made again, at most every ten
/// seconds, and until then the audit log is asked what was filed before.
extension FilingEngine {
    /// Asks the register; nil when it does not know or cannot be used.
    func known<Value>(_ question: (Register) throws -> Value?) -> Value? {
        guard let register else { return nil }
        do { return try question(register) } catch {
            giveUpRegister(error)
            return nil
        }
    }

    /// Tells the register what was logged.
    func takeOver(_ entries: [(entry: JSON, record: JSON?)]) {
        do { try register?.apply(entries) } catch { giveUpRegister(error) }
    }

    /// Whether the register can be used; one that failed is tried again when that is due.
    func reopenRegister() -> Bool {
        if register == nil, registerIsDue <= .now { openRegister() }
        if register != nil { loggedHashes = LoggedHashes() }
        return register != nil
    }

    /// Opens the register and brings it up to the audit log; a damaged one is made again.
    func openRegister() {
        defer {
            recallVerification()
            publishStatus()
            texts.continuation.yield()
        }
        registerIsDue = .now + .seconds(10)
        let path = settings.locations.register
        do {
            register = try RegisterCatchUp.open(path: path, settings: settings, audit: audit.reader)
            registerFile = FileIdentity(of: path)
        } catch let failure as RegisterFailure where failure.isPassing {
            giveUpRegister(failure)
        } catch {
            logger.error("the register is made again", metadata: ["reason": "\(error)"])
            do {
                try RegisterCatchUp.removeFiles(path)
                register = try RegisterCatchUp.open(path: path, settings: settings, audit: audit.reader)
                registerFile = FileIdentity(of: path)
                try noteIfPossible(.registerRebuilt)
            } catch { giveUpRegister(error) }
        }
    }

    /// Finds out what the last verification said: the log may be too long to look for it there.
    private func recallVerification() {
        let line = known { try $0.lastEvent(AuditEvent.verified.rawValue) }
        if let entry = line.flatMap({ try? JSON(reading: $0.utf8) }) { rememberVerification(entry) }
    }

    /// Makes the register again: beside the old one, while filing goes on, then in its place.
    /// - Parameter actor: Who wanted it.
    func rebuildRegister(actor: String) async throws {
        guard !isRebuilding else { throw CommandFailure(.tryLater, "the register is being rebuilt; wait for that") }
        isRebuilding = true
        defer { isRebuilding = false }
        let (settings, reader, path) = (settings, audit.reader, settings.locations.register)
        let new = path + ".new"
        try await Task.detached {
            try RegisterCatchUp.removeFiles(new)
            let register = try RegisterCatchUp.open(path: new, settings: settings, audit: reader)
            let most = RegisterCatchUp.largeTextBatch
            while try RegisterCatchUp.indexTexts(in: register, settings: settings, most: most) {}
            try register.close()
        }.value
        // From here on nothing is filed until the new one is in place.
        try RegisterCatchUp.open(path: new, settings: settings, audit: reader).close()
        try register?.close()
        register = nil
        try RegisterCatchUp.replace(path, with: new)
        openRegister()
        try note(.registerRebuilt, actor: actor)
    }

    /// Takes the texts of some letters into the index of words, which lags behind so that filing never waits for it.
    /// - Returns: Whether there may be more to do.
    func indexTexts() -> Bool {
        guard let register else { return false }
        do { return try RegisterCatchUp.indexTexts(in: register, settings: settings) } catch {
            giveUpRegister(error)
            return false
        }
    }

    /// Sees whether the register's file is still the one that is open; where it was removed or replaced, a new one is made.
    ///
    /// Filing goes on with the open one meanwhile: it is whole, although nobody else can see it.
    func watchRegister() {
        guard register != nil, !isRebuilding, FileIdentity(of: settings.locations.register) != registerFile else {
            return
        }
        logger.error("the register was removed or replaced under way, and is made again")
        Task {
            do { try await rebuildRegister(actor: "imrd") } catch { giveUpRegister(error) }
        }
    }

    private func giveUpRegister(_ error: any Error) {
        logger.error("the register failed, filing goes on without it", metadata: ["reason": "\(error)"])
        register = nil
        publishStatus()
    }

    /// Where the letters of a batch were filed before, from the audit log itself.
    func loggedPaths(of batch: [AssessedArrival]) throws -> [String: String] {
        let hashes = Set(
            batch.compactMap { arrival in if case .letter(let letter) = arrival { letter.sha256 } else { nil } })
        // The whole log is read for the first batch, and for one that holds a letter filed before.
        try loggedHashes.advance(with: audit.reader)
        let known = hashes.filter(loggedHashes.mayContain)
        var paths: [String: String] = [:]
        if known.isEmpty { return paths }
        try audit.reader.entries { logged in
            let entry = logged.json
            if entry["event"]?.text == "filed", let hash = entry["sha256"]?.text, known.contains(hash) {
                paths[hash] = entry["path"]?.text
            }
            return paths.count < known.count
        }
        return paths
    }
}
