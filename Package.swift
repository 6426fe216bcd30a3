// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "jwt-workbook",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "workbook", targets: ["WorkbookCommandLine"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        // The core: a finished authentication service, in tiers, each of which builds without the next.
        .systemLibrary(
            name: "CLibCrypto", path: "Sources/Core/CLibCrypto", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .core("Tokens", needs: ["CLibCrypto"]),

        // What lessons share.
        .swift("LessonKit", path: "Sources/Lessons/Kit", needs: ["Terminal", .argumentParser]),

        // The companion: it knows files and processes, and nothing of the service.
        .systemLibrary(name: "CSpawn", path: "Sources/Workbook/CSpawn"),
        .swift("Processes", path: "Sources/Workbook/Processes", needs: ["CSpawn"]),
        .swift("Terminal", path: "Sources/Workbook/Terminal", needs: []),
        .swift("Curriculum", path: "Sources/Workbook/Curriculum", needs: []),
        .executableTarget(
            name: "WorkbookCommandLine", dependencies: ["Curriculum", "Processes", "Terminal", .argumentParser],
            path: "Sources/Workbook/CommandLine", swiftSettings: .house),

        // Tests speak to running programs: they import no service code.
        .swift("TestSupport", path: "Tests/Support", needs: ["Curriculum", "Processes", "Tokens"]),
        .tests("CurriculumTests", needs: ["Curriculum", "TestSupport"]),
        .tests("WorkbookTests", needs: ["Curriculum", "Processes", "Terminal", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6])

// The table of contents: a lesson is a folder of exercises, a program and its tests.
lesson(1, "JWTAnatomy", program: "jwt-anatomy", needs: ["Tokens"])

/// Adds a lesson: the learner's library, the program that runs it, and the tests that judge it.
@MainActor
func lesson(_ number: Int, _ name: String, program: String, needs core: [Target.Dependency]) {
    let folder = "0\(number)-\(name)"
    package.products.append(.executable(name: program, targets: ["\(name)Lesson"]))
    package.targets += [
        .target(
            name: name, dependencies: core + ["LessonKit"], path: "Sources/Lessons/\(folder)", exclude: ["Run"],
            swiftSettings: .house),
        .executableTarget(
            name: "\(name)Lesson", dependencies: core + ["LessonKit", .argumentParser] + [.target(name: name)],
            path: "Sources/Lessons/\(folder)/Run", swiftSettings: .house),
        .tests("\(name)Tests", path: "Tests/\(folder)Tests", needs: ["TestSupport", "Tokens"]),
    ]
}

extension Target {
    static func core(_ name: String, needs: [Dependency]) -> Target {
        .swift(name, path: "Sources/Core/\(name)", needs: needs)
    }

    static func swift(_ name: String, path: String, needs: [Dependency]) -> Target {
        .target(name: name, dependencies: needs, path: path, swiftSettings: .house)
    }

    static func tests(_ name: String, path: String? = nil, needs: [Dependency]) -> Target {
        .testTarget(name: name, dependencies: needs, path: path ?? "Tests/\(name)", swiftSettings: .house)
    }
}

extension Target.Dependency {
    static var argumentParser: Self { .product(name: "ArgumentParser", package: "swift-argument-parser") }
}

extension [SwiftSetting] {
    static var house: Self {
        [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InternalImportsByDefault"),
        ]
    }
}
