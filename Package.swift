// swift-tools-version: 6.2
// imrd: notices, reads, judges and files IMR final determination letters. Apache-2.0, except imrd-watch and imrd-pdf (GPL-2.0-only).

import Foundation
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

/// A room of the design: a target under Sources that may know the given rooms and packages and no others.
func room(_ name: String, knows dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a room.
func tests(of name: String, knowing dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name), "Determinations", "TestSupport"] + dependencies,
        swiftSettings: strict)
}

/// What reads PDFs, a process of its own under GPL-2.0-only: see Sources/imrd-pdf/LICENSE. It is made with poppler's own headers (Debian's
/// libpoppler-private-dev); without them there is none, and each PDF has a pdftotext of its own.
let headers = "/usr/include/poppler"
let pdfReaders: [Target] =
    !FileManager.default.fileExists(atPath: headers + "/PDFDoc.h")
    ? []
    : [
        .executableTarget(
            name: "imrd-pdf", exclude: ["LICENSE"], cxxSettings: [.unsafeFlags(["-isystem", headers])],
            linkerSettings: [.linkedLibrary("poppler")])
    ]

/// The fuzzers, declared only for Tests/Fuzz/run.sh, which builds all they know with libFuzzer's instrumentation.
let fuzzers: [Target] =
    Context.environment["IMRD_FUZZ"] == nil
    ? []
    : [
        .target(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
        .executableTarget(
            name: "LetterFuzzer",
            dependencies: [
                "AnomalyRules", "CLibFuzzer", "Determinations", "LetterGenerator", "LetterReading", "LetterText",
            ],
            path: "Tests/Fuzz/LetterFuzzer", swiftSettings: strict),
    ]

let package = Package(
    name: "imrd",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: [.defaults, "YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // The pure rooms.
        room("Determinations"),
        room("LetterReading", knows: ["Determinations"]),
        room("AnomalyRules", knows: ["Determinations", "LetterReading"]),
        room("Records", knows: ["Determinations"]),
        room("Deadlines", knows: ["Determinations"]),
        // The rooms that know the operating system.
        .target(name: "CLinux"),
        room("LinuxSystem", knows: ["CLinux", "Determinations", system]),
        room("LetterText", knows: ["Determinations", "LinuxSystem", subprocess, system]),
        room("Inbox", knows: ["Determinations", "LinuxSystem", "Records", logging, subprocess, system]),
        room("Archive", knows: ["Determinations", "LinuxSystem", "Records", crypto, system]),
        room("AuditLog", knows: ["Determinations", "LinuxSystem", "Records", crypto, system]),
        room(
            "Register",
            knows: ["Determinations", "Records", .product(name: "GRDB", package: "GRDB.swift")]),
        room(
            "Review",
            knows: [
                "AnomalyRules", "AuditLog", "Deadlines", "Determinations", "LetterText", "LinuxSystem", "Records",
                "Register",
            ]),
        room(
            "Service",
            knows: [
                "AnomalyRules", "Archive", "AuditLog", "Deadlines", "Determinations", "Inbox", "LetterReading",
                "LetterText", "LinuxSystem", "Records", "Register", "Review", configuration, crypto, logging,
                subprocess,
                system, .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ]),
        // Its pages, style sheet and script are compiled in, so that nothing is looked for at run time.
        .target(
            name: "ReviewSite",
            dependencies: [
                "AnomalyRules", "Deadlines", "Determinations", "LinuxSystem", "Records", "Register", "Review", crypto,
                logging,
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Assets")], swiftSettings: strict),
        .executableTarget(
            name: "imrd",
            dependencies: [
                "Deadlines", "Determinations", "Register", "Review", "ReviewSite", "Service",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // The watcher, a process of its own under GPL-2.0-only: see Sources/imrd-watch/LICENSE.
        .executableTarget(
            name: "imrd-watch", dependencies: ["CInotifyTools"], exclude: ["COPYING", "LICENSE"], swiftSettings: strict),
        .systemLibrary(
            name: "CInotifyTools", path: "Sources/CInotifyTools", providers: [.apt(["libinotifytools-dev"])]),

        // Measurements.
        .executableTarget(
            name: "ReadingBenchmark", dependencies: ["AnomalyRules", "Determinations", "LetterReading"],
            path: "Tests/ReadingBenchmark", swiftSettings: strict),
        .executableTarget(
            name: "ReviewBenchmark",
            dependencies: ["Deadlines", "Determinations", "LetterGenerator", "Records", "Register", "Review"],
            path: "Tests/ReviewBenchmark", swiftSettings: strict),
        .executableTarget(
            name: "MakeLetters", dependencies: ["LetterGenerator"], path: "Tests/MakeLetters", swiftSettings: strict),

        // Tests.
        .target(
            name: "TestSupport", dependencies: ["LetterText", "Records"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .target(
            name: "LetterGenerator", dependencies: ["Determinations"], path: "Tests/LetterGenerator",
            swiftSettings: strict),
        .target(
            name: "Harms",
            dependencies: [
                "AnomalyRules", "Determinations", "LetterGenerator", "LetterReading", "LetterText", "Records",
            ],
            path: "Tests/Harms", swiftSettings: strict),
        .executableTarget(
            name: "HarmBench", dependencies: ["Harms", "LetterGenerator", "LetterReading", "Records", "TestSupport"],
            path: "Tests/HarmBench", swiftSettings: strict),
        .testTarget(
            name: "HarmTests",
            dependencies: ["Determinations", "Harms", "LetterGenerator", "LetterReading"], swiftSettings: strict),
        .testTarget(name: "DeterminationsTests", dependencies: ["Determinations"], swiftSettings: strict),
        tests(of: "Records"),
        tests(of: "LetterReading", knowing: ["LetterGenerator", "LetterText", "Records"]),
        tests(of: "AnomalyRules", knowing: ["LetterReading", "Records"]),
        tests(of: "LetterText", knowing: [subprocess]),
        tests(of: "Deadlines"),
        tests(of: "Register", knowing: ["Records", .product(name: "GRDB", package: "GRDB.swift")]),
        tests(of: "Review", knowing: ["Deadlines", "Records", "Register"]),
        tests(of: "Inbox", knowing: ["LinuxSystem", "Records", "imrd-watch", logging, system]),
        tests(of: "Archive", knowing: ["LinuxSystem", "Records", crypto]),
        tests(of: "AuditLog", knowing: ["LinuxSystem", "Records", crypto]),
        tests(
            of: "Service",
            knowing: [
                "AuditLog", "LinuxSystem", "Records", logging, .product(name: "Metrics", package: "swift-metrics"),
            ]),
        .testTarget(
            name: "ReviewSiteTests",
            dependencies: [
                "Deadlines", "Determinations", "Records", "Register", "Review", "ReviewSite",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "InMemoryLogging", package: "swift-log"),
            ], swiftSettings: strict),
        // What holds for the project as a whole: who imports whom, the configuration file, the pages.
        .testTarget(name: "DesignTests", dependencies: ["Service", "imrd", "imrd-watch"], swiftSettings: strict),
    ] + pdfReaders + fuzzers,
    cxxLanguageStandard: .cxx17
)
