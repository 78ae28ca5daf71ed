import AuditLog
import Foundation
import TestSupport
import Testing

@testable import Service

@Suite("Deploy/monitoring")
struct MonitoringTests {
    static func text(_ path: String) throws -> String {
        try String(contentsOf: DocComments.project.appendingPathComponent(path), encoding: .utf8)
    }

    /// The metrics of imrd that a text names, without what a histogram's series add to its name.
    static func metrics(in text: String) -> Set<String> {
        Set(
            text.matches(of: /\bimrd_[a-z_]+/).map { match in
                String(match.output.replacing(/_seconds_(bucket|sum|count)$/, with: "_seconds"))
            })
    }

    @Test(
        "names only metrics that there are",
        arguments: [
            "Deploy/monitoring/imrd.rules.yaml", "Deploy/monitoring/imrd.rules.test.yaml",
            "Deploy/monitoring/dashboard.json", "Docs/Operating.md",
        ])
    func known(path: String) throws {
        let named = Self.metrics(in: try Self.text(path))
        #expect(named.count > 5, "the metrics were not found")
        #expect(named.subtracting(DaemonMetrics.help.keys) == [])
    }

    @Test("a metric that is not there would be found")
    func unknown() {
        #expect(Self.metrics(in: "rate(imrd_sync_seconds_sum[5m]) + imrd_none") == ["imrd_sync_seconds", "imrd_none"])
    }

    @Test("Docs/Operating.md explains every metric")
    func explained() throws {
        let table = try Self.text("Docs/Operating.md").split(separator: "\n").filter { $0.hasPrefix("| `imrd_") }
        #expect(Set(DaemonMetrics.help.keys).subtracting(Self.metrics(in: table.joined())) == ["imrd_info"])
    }

    @Test("every event that is asked for is one of the log's", arguments: ["imrd.rules.yaml", "dashboard.json"])
    func events(file: String) throws {
        let text = try Self.text("Deploy/monitoring/\(file)")
        let named = text.matches(of: /event=~?\\?"([a-z|-]+)/).flatMap { $0.1.split(separator: "|") }
        #expect(!named.isEmpty)
        #expect(Set(named.map(String.init)).subtracting(AuditEvent.allCases.map(\.rawValue)) == [])
    }

    @Test("every alert is tried where it must be raised")
    func alerts() throws {
        let rules = try Self.text("Deploy/monitoring/imrd.rules.yaml").matches(of: /alert: (\w+)/).map { String($0.1) }
        let tests = try Self.text("Deploy/monitoring/imrd.rules.test.yaml")
        let raised = Set(tests.matches(of: /alertname: (\w+)\n +exp_alerts:\n/).map { String($0.1) })
        #expect(rules.count > 10 && Set(rules) == raised)
    }
}
