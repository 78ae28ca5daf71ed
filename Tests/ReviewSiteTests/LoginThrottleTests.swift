import Testing

@testable import ReviewSite

@Suite("LoginThrottle")
struct LoginThrottleTests {
    private let start = ContinuousClock.now

    @Test(
        "a name waits twice as long after each failure, at most a minute",
        arguments: [(1, 0), (2, 0), (3, 2), (4, 4), (5, 8), (7, 32), (8, 60), (9, 60)])
    func name(failures: Int, seconds: Int) {
        let throttle = LoginThrottle()
        for number in 0..<failures { throttle.failed(name: "ana", peer: "\(number)", now: start) }
        #expect(throttle.wait(name: "ana", peer: "new", now: start) == .seconds(seconds))
        #expect(throttle.wait(name: "bea", peer: "new", now: start) == .zero)
    }

    @Test("a peer that tries many names waits as well")
    func peer() {
        let throttle = LoginThrottle()
        for number in 0..<10 { throttle.failed(name: "n\(number)", peer: "here", now: start) }
        #expect(throttle.wait(name: "another", peer: "here", now: start) == .seconds(2))
        #expect(throttle.wait(name: "another", peer: "there", now: start) == .zero)
    }

    @Test("the wait passes, a success forgets it, and so does an hour")
    func passing() {
        let throttle = LoginThrottle()
        for _ in 0..<4 { throttle.failed(name: "ana", peer: "p", now: start) }
        #expect(throttle.wait(name: "ana", peer: "p", now: start + .seconds(4)) == .zero)
        throttle.failed(name: "ana", peer: "p", now: start + .seconds(3700))
        #expect(throttle.wait(name: "ana", peer: "p", now: start + .seconds(3700)) == .zero)
        for _ in 0..<4 { throttle.failed(name: "ana", peer: "p", now: start + .seconds(3700)) }
        throttle.succeeded(name: "ana")
        #expect(throttle.wait(name: "ana", peer: "q", now: start + .seconds(3700)) == .zero)
    }

    @Test("who invents names and addresses takes no more than some memory")
    func memory() {
        let throttle = LoginThrottle()
        for number in 0..<4200 { throttle.failed(name: "n\(number)", peer: "p\(number)", now: start) }
        #expect(throttle.count <= 4096)
    }
}
