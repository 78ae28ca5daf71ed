import LinuxSystem

/// What a process must do once before it asks for leases.
enum LinuxSystemForTests {
    static let prepare: Void = Processes.ignoreSignals()
}
