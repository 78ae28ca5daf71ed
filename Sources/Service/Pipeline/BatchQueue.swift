import Synchronization

/// A queue between two stages: putting waits while it is full, taking waits while it is empty.
///
/// A taker gets all that is ready, up to a number: what is ready together is worked on together, and what comes alone
/// never waits. It is full at a number of elements or at a number of bytes, whichever comes first.
final class BatchQueue<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element] = []
        var bytes = 0
        var putters: [CheckedContinuation<Void, Never>] = []
        var takers: [CheckedContinuation<Void, Never>] = []
        var isFinished = false
    }

    private let capacity: Int
    private let mostBytes: Int
    private let bytes: @Sendable (Element) -> Int
    private let state = Mutex(State())

    /// An empty queue.
    /// - Parameters:
    ///   - capacity: How many elements may wait.
    ///   - mostBytes: How many bytes they may hold together; the last one put may go beyond.
    ///   - bytes: How many bytes an element holds.
    init(capacity: Int, mostBytes: Int = .max, bytes: @escaping @Sendable (Element) -> Int = { _ in 0 }) {
        self.capacity = capacity
        self.mostBytes = mostBytes
        self.bytes = bytes
    }

    /// How many elements wait.
    var count: Int { state.withLock { $0.elements.count } }

    /// Adds an element as soon as there is room; after `finish()` nothing is added.
    func put(_ element: Element) async {
        while true {
            let isDone = state.withLock { state in
                if state.isFinished { return true }
                guard hasRoom(state) else { return false }
                state.elements.append(element)
                state.bytes += bytes(element)
                if !state.takers.isEmpty { state.takers.removeFirst().resume() }
                return true
            }
            if isDone { return }
            await withCheckedContinuation { continuation in
                state.withLock { state in
                    if hasRoom(state) || state.isFinished {
                        continuation.resume()
                    } else {
                        state.putters.append(continuation)
                    }
                }
            }
        }
    }

    /// Takes what is ready, at least one and at most `most`; nil when the queue is finished and empty.
    func take(upTo most: Int) async -> [Element]? {
        while true {
            let taken: [Element]? = state.withLock { state in
                guard !state.elements.isEmpty else { return state.isFinished ? [] : nil }
                let number = min(most, state.elements.count)
                let batch = Array(state.elements.prefix(number))
                state.elements.removeFirst(number)
                state.bytes -= batch.reduce(0) { $0 + bytes($1) }
                let woken = state.putters.prefix(number)
                state.putters.removeFirst(woken.count)
                for putter in woken { putter.resume() }
                return batch
            }
            if let taken { return taken.isEmpty ? nil : taken }
            await withCheckedContinuation { continuation in
                state.withLock { state in
                    if !state.elements.isEmpty || state.isFinished {
                        continuation.resume()
                    } else {
                        state.takers.append(continuation)
                    }
                }
            }
        }
    }

    private func hasRoom(_ state: borrowing State) -> Bool {
        state.elements.count < capacity && state.bytes < mostBytes
    }

    /// Says that nothing more comes; what is there can still be taken.
    func finish() {
        state.withLock { state in
            state.isFinished = true
            for waiting in state.takers + state.putters { waiting.resume() }
            state.takers = []
            state.putters = []
        }
    }
}
