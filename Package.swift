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
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1")
    ],
    targets: [
        .target(name: "CLinux"),
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
        .target(
            name: "LetterGenerator", dependencies: ["Determinations"], path: "Tests/LetterGenerator",
            swiftSettings: strict
        ),
        .target(
            name: "Harms",
            dependencies: ["AnomalyRules", "Determinations", "LetterGenerator", "LetterReading", "Records"],
            path: "Tests/Harms", swiftSettings: strict
        ),
        .executableTarget(
            name: "HarmBench", dependencies: ["Harms", "LetterGenerator", "LetterReading", "Records", "TestSupport"],
            path: "Tests/HarmBench", swiftSettings: strict
        ),
        .testTarget(
            name: "LetterReadingTests", dependencies: ["LetterReading", "TestSupport", "Records"], swiftSettings: strict
        ),
        .testTarget(
            name: "AnomalyRulesTests", dependencies: ["AnomalyRules", "LetterReading", "TestSupport"],
            swiftSettings: strict
        ),
    ]
)
