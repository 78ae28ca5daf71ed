import CoreMetrics
import Metrics
import Synchronization

/// Keeps the values of metrics and writes them as text for Prometheus.
///
/// A metric that was asked for once stays, at zero until something happens to it. Source: the text-based exposition format 0.0.4,
/// https://prometheus.io/docs/instrumenting/exposition_formats/.
final class PrometheusRegistry: MetricsFactory {
    private struct Key: Hashable {
        let name: String
        let labels: [String]
    }

    private let all = Mutex<[Key: any PrometheusSeries]>([:])
    private let help: [String: String]

    /// No metrics yet.
    /// - Parameter help: What each metric means, by its name.
    init(help: [String: String]) { self.help = help }

    /// All metrics, in the order of their names.
    var text: String {
        var text = ""
        var name = ""
        let sorted = all.withLock { $0 }.sorted {
            ($0.key.name, $0.key.labels.joined()) < ($1.key.name, $1.key.labels.joined())
        }
        for (key, series) in sorted {
            if key.name != name {
                name = key.name
                if let help = help[name] { text += "# HELP \(name) \(help)\n" }
                text += "# TYPE \(name) \(type(of: series).kind)\n"
            }
            for sample in series.samples {
                let labels = key.labels + [sample.label].compactMap { $0 }
                text += name + sample.suffix + (labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}")
                text += " \(sample.value)\n"
            }
        }
        return text
    }

    /// A number as Prometheus reads it; whole ones without a fraction.
    static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    private func series<Series: PrometheusSeries>(
        _ name: String, _ dimensions: [(String, String)], _ make: () -> Series
    ) -> Series {
        let key = Key(name: name, labels: dimensions.map { "\($0)=\"\(Self.escaped($1))\"" })
        return all.withLock { all in
            if let found = all[key] as? Series { return found }
            let new = make()
            all[key] = new
            return new
        }
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions) { PrometheusCounter() }
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions) { PrometheusGauge() }
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        aggregate
            ? series(label, dimensions) { PrometheusHistogram() } : series(label, dimensions) { PrometheusGauge() }
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions) { PrometheusHistogram() }
    }

    func destroyCounter(_ handler: any CounterHandler) { forget(handler) }

    func destroyMeter(_ handler: any MeterHandler) { forget(handler) }

    func destroyRecorder(_ handler: any RecorderHandler) { forget(handler) }

    func destroyTimer(_ handler: any TimerHandler) { forget(handler) }

    private func forget(_ handler: AnyObject) {
        all.withLock { all in all = all.filter { $0.value !== handler } }
    }
}
