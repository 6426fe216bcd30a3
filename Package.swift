// swift-tools-version: 6.3
import PackageDescription

let isFirstLessonOnly = Context.environment["WORKBOOK_FIRST_LESSON_ONLY"] == "1"

let package = Package(
    name: "jwt-workbook",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "workbook", targets: ["WorkbookCommandLine"]),
        .executable(name: "bench", targets: ["Bench"]),
        .library(name: "AuthService", targets: ["AuthService"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: []),
        // These five come with Hummingbird; they are named because we import them ourselves.
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // The core: a finished authentication service, in tiers, each of which builds without the next.
        .systemLibrary(
            name: "CLibCrypto", path: "Sources/Core/CLibCrypto", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .core("Tokens", needs: ["CLibCrypto"]),
        .core("Users", needs: ["CLibCrypto", "Tokens", .grdb]),
        .core("AuthService", needs: ["Tokens", "Users"] + .server),

        // What lessons share.
        .swift("LessonKit", path: "Sources/Lessons/Kit", needs: ["Terminal", .argumentParser]),
        .target(
            name: "LessonPage", path: "Sources/Lessons/Page", resources: [.embedInCode("Files")],
            swiftSettings: .house),
        .swift(
            "Classroom", path: "Sources/Lessons/Classroom",
            needs: ["AuthService", "LessonKit", "LessonPage", "Tokens", "Users", .argumentParser] + .server),

        // The learner's files of all lessons, as texts: the service of lesson 9 says how many pieces of it are theirs.
        .target(
            name: "Pieces", path: "Sources/Lessons/Pieces",
            resources: [
                .embedInCode("../02-UserModel/Exercise/StrictAccountSteps.swift"),
                .embedInCode("../03-Register/Exercise/StrictRegisterSteps.swift"),
                .embedInCode("../04-Login/Exercise/StrictLoginSteps.swift"),
                .embedInCode("../05-ProtectedRoutes/Exercise/StrictGuardSteps.swift"),
                .embedInCode("../06-Claims/Exercise/StrictClaimsSteps.swift"),
                .embedInCode("../07-Logout/Exercise/StrictLogoutSteps.swift"),
                .embedInCode("../08-Refresh/Exercise/StrictRefreshSteps.swift"),
                .embedInCode("../09-Containerizing/Exercise/StrictOperationsSteps.swift"),
            ], swiftSettings: .house),

        // The companion: it knows files and processes, and nothing of the service.
        .systemLibrary(name: "CSpawn", path: "Sources/Workbook/CSpawn"),
        .swift("Processes", path: "Sources/Workbook/Processes", needs: ["CSpawn"]),
        .swift("Terminal", path: "Sources/Workbook/Terminal", needs: []),
        .swift("Curriculum", path: "Sources/Workbook/Curriculum", needs: []),
        .executableTarget(
            name: "WorkbookCommandLine", dependencies: ["Curriculum", "Processes", "Terminal", .argumentParser],
            path: "Sources/Workbook/CommandLine", swiftSettings: .house),
        .executableTarget(
            name: "Bench", dependencies: ["Processes", .argumentParser], path: "Sources/Workbook/Bench",
            swiftSettings: .house),

        // Tests speak to running programs: they import no service code.
        .swift("TestSupport", path: "Tests/Support", needs: ["Curriculum", "Processes", "Tokens"]),
        .tests("ClassroomTests", needs: ["Processes", "TestSupport", "Tokens"]),
        .tests("CurriculumTests", needs: ["Curriculum", "TestSupport"]),
        .tests("WorkbookTests", needs: ["WorkbookCommandLine", "Curriculum", "Processes", "Terminal", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6])

// The table of contents: a lesson is a folder of exercises, a program and its tests.
lesson(1, "JWTAnatomy", program: "jwt-anatomy", needs: ["Tokens"])
lesson(2, "UserModel", program: "user-model", needs: ["Tokens", "Users", .grdb])
lesson(3, "Register", program: "register", needs: .service)
lesson(4, "Login", program: "login", needs: .service)
lesson(5, "ProtectedRoutes", program: "protected-routes", needs: .service)
lesson(6, "Claims", program: "claims", needs: .service)
lesson(7, "Logout", program: "logout", needs: .service)
interlude("07a", "RequestChaining")
lesson(8, "Refresh", program: "refresh", needs: .service)
lesson(
    9, "Containerizing", program: "containerizing", needs: .service, apart: ["Flaws", "Exercise/Dockerfile"],
    assembling: ["UserModel", "Register", "Login", "ProtectedRoutes", "Claims", "Logout", "Refresh", "Pieces"])

/// The companion's first build is for lesson 1: it leaves out most packages, and with them most of the time.
if isFirstLessonOnly {
    let more = [
        "Users", "AuthService", "Classroom", "LessonPage", "Pieces", "Bench", "bench", "CurriculumTests",
        "ClassroomTests", "WorkbookTests",
    ]
    package.products.removeAll { more.contains($0.name) }
    package.targets.removeAll { more.contains($0.name) }
    package.targets.first { $0.name == "TestSupport" }?.exclude = ["Server"]
    package.dependencies.removeSubrange(1...)
}

/// Adds a lesson: the learner's library, the program that runs it, and the tests that judge it.
@MainActor
func lesson(
    _ number: Int, _ name: String, program: String, needs core: [Target.Dependency], apart: [String] = [],
    assembling others: [Target.Dependency] = []
) {
    if isFirstLessonOnly, number > 1 { return }
    let folder = (number < 10 ? "0" : "") + "\(number)-\(name)"
    package.products.append(.executable(name: program, targets: ["\(name)Lesson"]))
    package.targets += [
        .target(
            name: name, dependencies: core + ["LessonKit"], path: "Sources/Lessons/\(folder)",
            exclude: ["Run", "Flaws.swift"] + apart, swiftSettings: .house),
        .executableTarget(
            name: "\(name)Lesson", dependencies: core + others + ["LessonKit", .argumentParser, .target(name: name)],
            path: "Sources/Lessons/\(folder)",
            exclude: ["Exercise", "Ours.swift"] + apart.filter { !$0.hasPrefix("Exercise/") }, swiftSettings: .house),
        .tests("\(name)Tests", path: "Tests/\(folder)Tests", needs: ["Processes", "TestSupport", "Tokens"]),
    ]
}

/// Adds an interlude: a chapter between two lessons, with tests and nothing to write.
@MainActor
func interlude(_ number: String, _ name: String) {
    if isFirstLessonOnly { return }
    package.targets.append(
        .tests(
            "\(name)Tests", path: "Tests/\(number)-\(name)Tests",
            needs: ["Curriculum", "Processes", "TestSupport", "Tokens"]))
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
    static var grdb: Self { .product(name: "GRDB", package: "GRDB.swift") }
}

extension [Target.Dependency] {
    /// What a lesson takes that is a server.
    static var service: Self { ["AuthService", "Classroom", "Tokens", "Users"] + server }

    /// What an HTTP server with tokens is made of.
    static var server: Self {
        [
            .grdb,
            .product(name: "Configuration", package: "swift-configuration"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "JWTKit", package: "jwt-kit"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ]
    }
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
