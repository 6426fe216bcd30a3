import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct ImageTests {
    @Test(
        "The image is made in stages, from pinned bases, and holds the program without its tools",
        .exercise("containerizing.4"))
    func isMadeInStages() async throws {
        try await judge(fileOf: "containerizing.4") { file in
            let image = try Self.image(of: file)
            let version = file.other("Package.swift")?.split(separator: "\n").first?.split(separator: " ").last ?? ""
            try file.require(
                image.bases.allSatisfy { $0.contains("@sha256:") || ($0.contains(":") && !$0.hasSuffix(":latest")) },
                "every base says which version it is", expected: "a tag or a digest in each of \(image.bases)",
                because: "Without one the same Dockerfile makes another image tomorrow.")
            try file.require(
                image.bases.contains { $0.contains("swift:\(version)") },
                "the compiler is the one that the package asks for", expected: "swift:\(version)… among \(image.bases)",
                because: "An older one refuses Package.swift, a minute into the build.")
            try file.require(
                !image.base.contains("swift:") || image.base.contains("slim"),
                "the image does not begin with the compiler's", expected: "a small base instead of \(image.base)",
                because: "A compiler is two gigabytes of tools for whoever breaks in.")
            try file.require(
                image.instructions.contains { $0.keyword == "COPY" && $0.options["from"] != nil }
                    && image.copiedFromOutside.isEmpty,
                "of the first stage it takes the program, and of your folder nothing",
                expected: "COPY --from=… alone, not \(image.copiedFromOutside)",
                because: "What is not in an image can neither break nor leak.")
        }
    }

    @Test("The service in the image is not root, and has a place for its accounts", .exercise("containerizing.4"))
    func runsAsNobody() async throws {
        try await judge(fileOf: "containerizing.4") { file in
            let image = try Self.image(of: file)
            let id = image.user.split(separator: ":").first.flatMap { Int($0) } ?? 0
            try file.require(
                id > 0, "it runs as a user with a number that is not root's",
                expected: "USER 10001 or the like, not \(image.user)",
                because:
                    "Root in a container is root on the same kernel: only walls stand between, and walls have holes.")
            try file.require(
                image.volumes.contains("/data"), "the accounts outlive the container", expected: "VOLUME /data",
                because: "What is written elsewhere is gone when the container is.")
            try file.require(
                image.instructions.contains {
                    $0.keyword == "RUN" && $0.text.contains("/data") && $0.text.contains("\(id)")
                },
                "and the place is that user's", expected: "a RUN that makes /data and gives it to \(id)",
                because: "Made by nobody it is root's, and the service cannot write there.")
            try file.require(
                image.ports.contains { $0 == "5000" || $0 == "5000/tcp" }, "it says where it listens",
                expected: "EXPOSE 5000", because: "docker run -p 5005:5000 has to know.")
        }
    }

    @Test("Nothing that made the image has seen a secret", .exercise("containerizing.4"))
    func holdsNoSecret() async throws {
        try await judge(fileOf: "containerizing.4") { file in
            let secrets = try Self.image(of: file).secrets
            try file.require(
                secrets.isEmpty, "no instruction takes a secret, not even one that is deleted later",
                expected: "none, not \(secrets)",
                because:
                    "Every instruction is a layer. A later one hides a file; whoever has the image has the earlier.")
        }
    }

    @Test("The program is process 1, hears what it is told, and answers for its health", .exercise("containerizing.4"))
    func hearsSignals() async throws {
        try await judge(fileOf: "containerizing.4") { file in
            let image = try Self.image(of: file)
            let program = image.command?.first ?? ""
            try file.require(
                program.hasSuffix("containerizing"), "it is started itself, not by a shell",
                expected: #"ENTRYPOINT ["/usr/local/bin/containerizing"], the form with brackets"#,
                because:
                    "A shell as process 1 does not hand SIGTERM on: every stop takes ten seconds and ends in a kill.")
            try file.require(
                image.healthCheck?.first == program && image.healthCheck?.last == "--healthcheck",
                "its health is asked by the program itself",
                expected: #"HEALTHCHECK … CMD ["\#(program)", "--healthcheck"]"#,
                because: "Without it an engine knows that there is a process, and not whether it answers.")
        }
    }

    private static func image(of file: JudgedFile) throws -> Image {
        do {
            return Image(try Dockerfile(file.text))
        } catch let error as Dockerfile.Unreadable {
            try file.require(
                false, "it is a Dockerfile", expected: "what a builder can read: \(error)",
                because: "docker build would refuse it.")
            throw error
        }
    }
}
