import Foundation
import TestSupport
import Testing

/// The ways into the course: each brings what the others bring.
struct ToolchainTests {
    @Test("Both images have one compiler, and it is one that the package is for")
    func isOneCompiler() throws {
        let images = try ["Dockerfile", ".devcontainer/Dockerfile"].map { path in
            let line = try CourseFile.text(path).split(separator: "\n").first { $0.hasPrefix("FROM swift:") }
            return try #require(line?.split(separator: " ").dropFirst().first, "\(path)")
        }
        #expect(images[0] == images[1])
        let manifest = try CourseFile.text("Package.swift")
        let tools = try #require(manifest.split(separator: "\n").first?.split(separator: " ").last)
        #expect(images[0].hasPrefix("swift:\(tools)."), "\(images[0]) for tools \(tools)")
    }

    @Test("The dev container has what the launcher and the doctor ask for")
    func hasEverything() throws {
        let words = try CourseFile.text(".devcontainer/Dockerfile").split(whereSeparator: \.isWhitespace)
        for package in ["libssl-dev", "libsqlite3-dev", "pkg-config", "curl", "jq", "git"] {
            #expect(words.contains { $0 == package }, "\(package)")
        }
        let settings = try JSONSerialization.jsonObject(
            with: Data(CourseFile.text(".devcontainer/devcontainer.json").utf8))
        let build = (settings as? [String: Any])?["build"] as? [String: String]
        #expect(build?["dockerfile"] == "Dockerfile")
    }
}
