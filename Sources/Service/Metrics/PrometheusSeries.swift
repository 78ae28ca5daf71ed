import CoreMetrics
import Metrics
import Synchronization

/// The values of one metric with one set of labels, as Prometheus knows them.
protocol PrometheusSeries: AnyObject, Sendable {
    /// The kind that a `# TYPE` line names.
    static var kind: String { get }

    /// The samples: what is added to the metric's name, a further label, the value.
    var samples: [(suffix: String, label: String?, value: String)] { get }
}

/// A number that only grows.
final class PrometheusCounter: PrometheusSeries, CounterHandler {
    static let kind = "counter"
    private let value = Atomic<Int64>(0)

    var samples: [(suffix: String, label: String?, value: String)] {
        [("", nil, String(value.load(ordering: .relaxed)))]
    }

    func increment(by amount: Int64) { value.add(amount, ordering: .relaxed) }

    func reset() { value.store(0, ordering: .relaxed) }
}

/// A number that goes up and down.
final class PrometheusGauge: PrometheusSeries, MeterHandler, RecorderHandler {
    static let kind = "gauge"
    private let value = Mutex(0.0)

    var samples: [(suffix: String, label: String?, value: String)] {
        [("", nil, PrometheusRegistry.text(value.withLock { $0 }))]
    }

    func set(_ value: Int64) { set(Double(value)) }

    func set(_ value: Double) { self.value.withLock { $0 = value } }

    func increment(by amount: Double) { value.withLock { $0 += amount } }

    func decrement(by amount: Double) { value.withLock { $0 -= amount } }

    func record(_ value: Int64) { set(value) }

    func record(_ value: Double) { set(value) }
}

/// How often something took how long, in seconds.
final class PrometheusHistogram: PrometheusSeries, TimerHandler, RecorderHandler {
    static let kind = "histogram"
    /// The upper bounds of the buckets, in seconds; one without a bound follows.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

    private struct State {
        var counts = [Int](repeating: 0, count: bounds.count)
        var count = 0
        var sum = 0.0
    }

    private let state = Mutex(State())

    var samples: [(suffix: String, label: String?, value: String)] {
        let state = state.withLock { $0 }
        var below = 0
        let buckets = zip(Self.bounds, state.counts).map { bound, count in
            below += count
            return ("_bucket", "le=\"\(PrometheusRegistry.text(bound))\"" as String?, String(below))
        }
        return buckets + [
            ("_bucket", "le=\"+Inf\"", String(state.count)), ("_sum", nil, PrometheusRegistry.text(state.sum)),
            ("_count", nil, String(state.count)),
        ]
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        state.withLock { state in
            if let bucket = Self.bounds.firstIndex(where: { value <= $0 }) { state.counts[bucket] += 1 }
            state.count += 1
            state.sum += value
        }
    }
}
