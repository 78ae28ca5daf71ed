import CoreMetrics
import Metrics
import Testing

@testable import Service

@Suite("Metrics as text")
struct PrometheusRegistryTests {
    @Test("counters, gauges and histograms stand as Prometheus reads them, in the order of their names")
    func text() {
        let registry = PrometheusRegistry(help: ["b_total": "What b means."])
        Counter(label: "b_total", dimensions: [("code", "D01")], factory: registry).increment(by: 2)
        Counter(label: "b_total", dimensions: [("code", "A\"1\\")], factory: registry).increment()
        Meter(label: "a", factory: registry).set(1.5)
        let expected = """
            # TYPE a gauge
            a 1.5
            # HELP b_total What b means.
            # TYPE b_total counter
            b_total{code="A\\"1\\\\"} 1
            b_total{code="D01"} 2

            """
        #expect(registry.text == expected)
    }

    @Test("a histogram counts what is at or below each bound, all of it, and the sum")
    func histogram() {
        let registry = PrometheusRegistry(help: [:])
        let timer = Timer(label: "t_seconds", factory: registry)
        for milliseconds in [1, 40, 40, 400_000] { timer.recordMilliseconds(milliseconds) }
        let lines = registry.text.split(separator: "\n")
        #expect(lines.contains("t_seconds_bucket{le=\"0.001\"} 1"))
        #expect(lines.contains("t_seconds_bucket{le=\"0.025\"} 1"))
        #expect(lines.contains("t_seconds_bucket{le=\"0.05\"} 3"))
        #expect(lines.contains("t_seconds_bucket{le=\"300\"} 3"))
        #expect(lines.contains("t_seconds_bucket{le=\"+Inf\"} 4"))
        #expect(lines.contains("t_seconds_count 4"))
        #expect(lines.contains("t_seconds_sum 400.081"))
    }

    @Test("the same name and labels are the same metric; one that is destroyed is gone")
    func identity() {
        let registry = PrometheusRegistry(help: [:])
        Counter(label: "c_total", factory: registry).increment()
        let again = Counter(label: "c_total", factory: registry)
        again.increment()
        #expect(registry.text.hasSuffix("c_total 2\n"))
        registry.destroyCounter(registry.makeCounter(label: "c_total", dimensions: []))
        #expect(registry.text == "")
    }

    @Test("every metric of the daemon has a help line, and every event a counter from the start")
    func daemon() {
        let text = DaemonMetrics().registry.text
        for line in text.split(separator: "\n") where line.hasPrefix("# TYPE") {
            let name = String(line.split(separator: " ")[2])
            #expect(DaemonMetrics.help[name] != nil, "\(name)")
        }
        #expect(text.contains("imrd_events_total{event=\"noticed-late\"} 0"))
    }
}
