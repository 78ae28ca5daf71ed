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
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
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
            name: "AuditLog",
            dependencies: [
                "Determinations", "LinuxSystem", "Records",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "AuditLogTests",
            dependencies: [
                "AuditLog", "Determinations", "LinuxSystem", "Records",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
    ]
)
