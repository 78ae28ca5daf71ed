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
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        .target(name: "CLinux"),
        .target(
            name: "LinuxSystem",
            dependencies: ["CLinux", "Determinations", .product(name: "SystemPackage", package: "swift-system")],
            swiftSettings: strict
        ),
        .target(name: "Determinations", swiftSettings: strict),
        .target(
            name: "LetterText",
            dependencies: [
                "Determinations", "LinuxSystem",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .target(name: "Records", dependencies: ["Determinations"], swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "DeterminationsTests", dependencies: ["Determinations"], swiftSettings: strict),
        .testTarget(
            name: "LetterTextTests",
            dependencies: ["Determinations", "LetterText", "TestSupport"],
            swiftSettings: strict
        ),
    ]
)
