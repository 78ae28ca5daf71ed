package import Determinations
import Glibc

extension Descriptor {
    /// Where a symbolic link of this folder points, as its bytes stand; at most 4,095 of them.
    package func target(of name: FileName) throws(SystemFailure) -> [UInt8] {
        var target = [CChar](repeating: 0, count: 4095)
        let length = try retrying("read link", path + "/" + name.description) {
            unsafe withCString(name) { CInt(unsafe readlinkat(number, $0, &target, target.count)) }
        }
        return target.prefix(Int(length)).map { UInt8(bitPattern: $0) }
    }
}
