import Foundation
import Processes
import TestSupport
import Testing

/// The same chain as a shell script.
@Suite struct ScriptTests {
    private static let path = "chapters/requests/chain.sh"

    @Test("The script walks through the whole chain")
    func holds() async throws {
        try Self.requirePrograms()
        try await judge(server: product) { api in
            let result = try Self.run(api.base, Account.unique("chain"))
            #expect(result.ending.status == 0, "\(result.output)\(result.errors)")
            #expect(result.output.hasSuffix("The chain holds.\n"))
        }
    }

    @Test("It stops at the first surprise, and says what it was")
    func stops() async throws {
        try Self.requirePrograms()
        try await judge(server: product) { api in
            let account = try await api.newAccount("chain")
            let taken = try Self.run(api.base, account.username)
            #expect(taken.ending.status == 1)
            #expect(taken.errors == "✗ Register: expected 201, got 409 username_taken. The chain stops here.\n")
            let elsewhere = try Self.run(api.base + "/elsewhere", account.username)
            #expect(elsewhere.errors == "✗ Register: expected 201, got 404 not_found. The chain stops here.\n")
            let nobody = try Self.run("http://127.0.0.1:0", account.username)
            #expect(nobody.ending.status == 1)
            #expect(nobody.errors.contains("./workbook run refresh --solution"), "\(nobody.errors)")
            for result in [taken, elsewhere, nobody] { #expect(result.output.isEmpty) }
        }
    }

    private static func run(_ arguments: String...) throws -> Captured {
        try Program("sh", [CourseFile.url(path).path] + arguments).capture(timeout: .seconds(60))
    }

    private static func requirePrograms() throws {
        let found = try Program("sh", ["-c", "command -v curl && command -v jq"]).capture(timeout: .seconds(10))
        if found.ending.status != 0 { try Test.cancel("The script needs curl and jq, and one of them is missing.") }
    }
}
