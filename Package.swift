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
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: [.defaults, "YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .target(name: "CLinux"),
        .target(
            name: "Register",
            dependencies: ["Determinations", "Records", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict
        ),
        .target(
            name: "LinuxSystem",
            dependencies: ["CLinux", "Determinations", .product(name: "SystemPackage", package: "swift-system")],
            swiftSettings: strict
        ),
        .target(name: "Determinations", swiftSettings: strict),
        .target(name: "LetterReading", dependencies: ["Determinations"], swiftSettings: strict),
        .target(name: "AnomalyRules", dependencies: ["Determinations", "LetterReading"], swiftSettings: strict),
        .target(name: "Records", dependencies: ["Determinations"], swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["Records"], path: "Tests/TestSupport", swiftSettings: strict
        ),
        .testTarget(
            name: "LetterReadingTests", dependencies: ["LetterReading", "TestSupport", "Records"], swiftSettings: strict
        ),
        .testTarget(
            name: "AnomalyRulesTests",
            dependencies: ["AnomalyRules", "Determinations", "LetterReading", "Records", "TestSupport"],
            swiftSettings: strict
        ),
    ]
)
