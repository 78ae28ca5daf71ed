import CLinux
import Glibc

/// The time of day, as files carry it.
package enum WallClock {
    /// Nanoseconds since 1970-01-01 UTC; may jump when the clock is set.
    package static var nanoseconds: Int64 {
        var now = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }

    /// Whether the kernel takes its clock to follow a time server (adjtimex(2)).
    package static var isSynchronized: Bool { clinux_clock_is_synchronized() == 1 }
}
