/// Which file stands at a path: another one there has another identity.
package struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64

    /// The file at a path; nil when there is none that can be opened.
    package init?(of path: String) {
        guard let status = try? Descriptor.file(path).status() else { return nil }
        device = status.device
        inode = status.inode
    }
}
