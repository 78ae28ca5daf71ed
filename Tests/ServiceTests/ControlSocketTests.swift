import Foundation
import LinuxSystem
import Records
import Testing

@testable import Service

@Suite("The control socket")
struct ControlSocketTests {
    /// A socket that answers with the length of the line and the user who asks.
    final class Echo: Sendable {
        let path: String
        let socket: ControlSocket

        init() throws {
            Processes.ignoreSignals()
            path = FileManager.default.temporaryDirectory.path + "/imrd-\(UUID().uuidString.prefix(8)).sock"
            socket = try ControlSocket(path: path) { line, caller in
                .object(["bytes": .integer(line.count), "user": .integer(Int(caller.user))])
            }
        }

        deinit {
            socket.stop()
            try? FileManager.default.removeItem(atPath: path)
        }

        /// What comes back for these bytes; nil when the connection is dropped. It waits on a thread of its own, because the
        /// socket's answers need those that tests run on.
        func answer(to bytes: [UInt8], closing: Bool = false) async -> JSON? {
            await withCheckedContinuation { continuation in
                Thread { [self] in continuation.resume(returning: wait(bytes, closing)) }.start()
            }
        }

        private func wait(_ bytes: [UInt8], _ closing: Bool) -> JSON? {
            guard let connection = try? UnixSocket.connect(to: path) else { return nil }
            try? connection.send(bytes, by: .now + .seconds(100))
            if closing { connection.stopSending() }
            let line = try? connection.readLine(most: 1 << 20, by: .now + .seconds(100))
            return line.flatMap { try? JSON(reading: $0) }
        }
    }

    /// A connection that says nothing.
    final class Silent {
        let descriptor: Descriptor

        init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
    }

    @Test("answers a line with a line, and knows who asks")
    func answers() async throws {
        let answer = try #require(try await Echo().answer(to: Array("hello\n".utf8)))
        #expect(answer["bytes"]?.integer == 5)
        #expect(answer["user"]?.integer == Int(Processes.effectiveUser))
    }

    @Test("takes the longest request, and refuses a longer one with a reason")
    func length() async throws {
        let echo = try Echo()
        let longest = [UInt8](repeating: 0x61, count: ControlSocket.longestRequest)
        #expect(await echo.answer(to: longest + [0x0A])?["bytes"]?.integer == longest.count)
        #expect(await echo.answer(to: longest + [0x61, 0x0A])?["error"]?.text?.contains("at most 65536 bytes") == true)
    }

    @Test("drops a request that was cut before its newline, and one that does not come, and goes on")
    func drops() async throws {
        let echo = try Echo()
        #expect(await echo.answer(to: Array("half".utf8), closing: true) == nil)
        #expect(await echo.answer(to: Array("too slow".utf8)) == nil)
        #expect(await echo.answer(to: [0x0A])?["bytes"]?.integer == 0)
    }

    @Test("silent connections keep nobody else waiting")
    func silent() async throws {
        let echo = try Echo()
        // One after the other they would take twice a hundred seconds; many tests share two cores.
        let silent = try (0..<100).map { _ in Silent(try UnixSocket.connect(to: echo.path)) }
        let begun = ContinuousClock.now
        #expect(await echo.answer(to: [0x0A]) != nil)
        #expect(.now - begun < .seconds(100))
        withExtendedLifetime(silent) {}
    }

    @Test("takes any bytes")
    func bytes() async throws {
        let echo = try Echo()
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 1...300)).map { _ in UInt8.random(in: 0...255, using: &random) }
            let wanted = bytes.firstIndex(of: 0x0A) ?? bytes.count
            #expect(await echo.answer(to: bytes + [0x0A])?["bytes"]?.integer == wanted, "\(bytes)")
        }
    }
}
