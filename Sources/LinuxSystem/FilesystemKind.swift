/// A kind of filesystem, and whether the kernel tells of everything that happens on it.
package struct FilesystemKind: Hashable, Sendable {
    /// Its usual name; the kernel's number where it is not known here.
    package let name: String
    /// Whether inotify(7) tells of every change: not where other machines change files without this kernel.
    package let tellsEverything: Bool

    /// The kind with the kernel's number for it (statfs(2), f_type).
    package init(_ number: Int64) {
        let known = Self.all[number & 0xFFFF_FFFF]
        name = known?.name ?? "filesystem 0x" + String(number, radix: 16)
        tellsEverything = known?.isLocal ?? true
    }

    /// The kinds that servers use, from linux/magic.h.
    private static let all: [Int64: (name: String, isLocal: Bool)] = [
        0xEF53: ("ext4", true), 0x5846_5342: ("xfs", true), 0x9123_683E: ("btrfs", true), 0x2FC1_2FC1: ("zfs", true),
        0xF2F5_2010: ("f2fs", true), 0x0102_1994: ("tmpfs", true), 0x794C_7630: ("overlay", true),
        0xCA45_1A4E: ("bcachefs", true), 0x4D44: ("vfat", true), 0x2011_BAB0: ("exfat", true),
        0x6969: ("nfs", false), 0x517B: ("smb", false), 0xFF53_4D42: ("cifs", false), 0xFE53_4D42: ("smb", false),
        0x6573_5546: ("fuse", false), 0x0102_1997: ("9p", false), 0x00C3_6400: ("ceph", false),
        0x5346_414F: ("afs", false), 0x0BD0_0BD0: ("lustre", false), 0x786F_4256: ("vboxsf", false),
        0x0116_1970: ("gfs2", false), 0x7461_636F: ("ocfs2", false), 0x6A65_6A63: ("fuse", false),
    ]
}
