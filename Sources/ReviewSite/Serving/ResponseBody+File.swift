import Hummingbird
import LinuxSystem
import NIOCore

extension ResponseBody {
    /// A file that is read while it is sent, so that a large one takes no more memory than a piece of it.
    /// - Parameter site: Whose threads read it.
    static func file(_ path: String, _ site: Site) throws -> ResponseBody {
        let size = Int(try Descriptor.file(path).status().size)
        return ResponseBody(contentLength: size) { writer in
            for start in stride(from: 0, to: size, by: 1 << 18) {
                let piece = try await site.answer {
                    try Descriptor.file(path).read(at: Int64(start), upTo: min(1 << 18, size - start))
                }
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await writer.finish(nil)
        }
    }
}
