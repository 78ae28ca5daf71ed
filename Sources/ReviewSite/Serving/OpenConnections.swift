import NIOCore
import Synchronization

/// The connections of browsers that are open now.
final class OpenConnections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isEnding = false
        var end: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// A connection was accepted.
    func add(_ channel: any Channel) {
        let isEnding = state.withLock { state in
            state.channels[ObjectIdentifier(channel)] = channel
            return state.isEnding
        }
        if isEnding { close(channel) }
    }

    /// A connection is closed.
    func remove(_ channel: any Channel) {
        state.withLock { state in
            state.channels[ObjectIdentifier(channel)] = nil
            guard state.channels.isEmpty else { return }
            state.end?.resume()
            state.end = nil
        }
    }

    /// Closes what is idle now, and the others after their answer; returns when all are closed.
    func end() async {
        let channels = state.withLock { state in
            state.isEnding = true
            return Array(state.channels.values)
        }
        for channel in channels { close(channel) }
        await withCheckedContinuation { end in
            state.withLock { state in
                if state.channels.isEmpty { end.resume() } else { state.end = end }
            }
        }
    }

    private func close(_ channel: any Channel) {
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }
}
