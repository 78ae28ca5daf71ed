import Crypto
import NIOCore

/// The style sheet, the script and the icon, under names that hold a part of their hash, so that browsers may keep them.
enum Assets {
    /// A file that a page refers to.
    struct File: Sendable {
        let address: String
        let type: String
        let content: ByteBuffer

        fileprivate init(_ name: String, _ ending: String, _ type: String, _ bytes: [UInt8]) {
            let hash = SHA256.hash(data: bytes).prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            address = "/assets/\(name)-\(hash).\(ending)"
            self.type = type
            content = ByteBuffer(bytes: bytes)
        }
    }

    static let style = File("site", "css", "text/css; charset=utf-8", PackageResources.site_css)
    static let script = File("site", "js", "text/javascript; charset=utf-8", PackageResources.site_js)
    static let icon = File("icon", "svg", "image/svg+xml", PackageResources.icon_svg)
    static let all = [style, script, icon]
}
