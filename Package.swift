// swift-tools-version: 6.2
// imrd: notices, reads, judges and files IMR final determination letters. Apache-2.0, except imrd-watch (GPL-2.0-only).

import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "imrd",
    dependencies: [
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .target(name: "CLinux"),
        .target(
            name: "LinuxSystem",
            dependencies: ["CLinux", "Determinations", .product(name: "SystemPackage", package: "swift-system")],
            swiftSettings: strict
        ),
        .target(name: "Determinations", swiftSettings: strict),
        .target(name: "Records", dependencies: ["Determinations"], swiftSettings: strict),
        .target(
            name: "Inbox",
            dependencies: [
                "Determinations", "LinuxSystem", "Records",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "InboxTests",
            dependencies: [
                "Determinations", "Inbox", "LinuxSystem", "Records", "imrd-watch",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        // GPL-2.0-only, a process of its own: see Sources/imrd-watch/LICENSE.
        .executableTarget(
            name: "imrd-watch", dependencies: ["CInotifyTools"], exclude: ["LICENSE"], swiftSettings: strict),
        .systemLibrary(
            name: "CInotifyTools", path: "Sources/CInotifyTools", providers: [.apt(["libinotifytools-dev"])]),
    ]
)
