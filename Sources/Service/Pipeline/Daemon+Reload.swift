import Foundation
import Inbox
import LinuxSystem
import Logging
import UnixSignals

extension Daemon {
    /// Reads the configuration again whenever SIGHUP asks for it, until it is cancelled.
    ///
    /// A configuration that is wrong changes nothing. What holds for a letter is what held when its reading, its claim or its
    /// filing began.
    func reloadWhenAsked(_ parts: Parts, reread: @Sendable () async throws -> Settings) async {
        let hadTerminal = Processes.hasTerminal
        for await _ in await UnixSignalsSequence(trapping: .sighup) {
            if hadTerminal, !Processes.hasTerminal {
                // Nobody asked: the terminal in which it runs was closed, and who closed it means to end it.
                kill(getpid(), SIGTERM)
                return
            }
            ServiceManager.notify("RELOADING=1")
            do {
                await adopt(parts.settings.value.reloaded(from: try await reread()), parts)
            } catch {
                logger.error(
                    "the configuration is not taken over: the former one holds", metadata: ["reason": "\(error)"])
            }
            ServiceManager.notify("READY=1")
        }
    }

    private func adopt(_ reload: Settings.Reload, _ parts: Parts) async {
        let settings = reload.settings
        parts.settings.value = settings
        parts.inbox.settings = settings.inbox
        parts.intake.scanInterval = .seconds(settings.scanInterval)
        parts.reading.assessor.value = parts.reading.assessor.value.with(
            rules: settings.ruleSet, largestFile: settings.largestFile)
        await parts.engine.adopt(settings)
        // Names that are ignored no longer, files that are too large no longer.
        parts.intake.lookAgain()
        if !reload.changed.isEmpty {
            logger.notice(
                "the configuration is taken over",
                metadata: ["changed": "\(reload.changed.joined(separator: " "))"])
        } else if reload.atNextStart.isEmpty {
            logger.notice("the configuration was read again: nothing changed")
        }
        if !reload.atNextStart.isEmpty {
            logger.warning(
                "some changes hold from the next start on",
                metadata: ["keys": "\(reload.atNextStart.joined(separator: " "))"])
        }
    }
}
