import Foundation
import Testing

/// Waits until a process ended; a killed one may stay as a zombie until somebody waits for it: that counts as ended.
func waitForEnd(of process: String) async throws {
    let start = ContinuousClock.now
    while let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8), !status.contains(") Z "),
        ContinuousClock.now - start < .seconds(300)
    { try await Task.sleep(for: .milliseconds(5)) }
    #expect(ContinuousClock.now - start < .seconds(300), "\(process) goes on")
}
