import Synchronization

/// A value that changes while others use it: each use takes the one that holds then.
final class Current<Value: Sendable>: Sendable {
    private let held: Mutex<Value>

    /// Begins with a value.
    init(_ value: Value) { held = Mutex(value) }

    /// The value that holds now.
    var value: Value {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}
