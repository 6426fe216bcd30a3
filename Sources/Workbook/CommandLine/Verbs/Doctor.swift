import ArgumentParser
import Curriculum
import Foundation
import Processes
import Terminal

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look whether this machine has what the workbook needs.",
        discussion: """
            What is missing or in the way comes with the command that mends it. Exit status 1: something that is needed \
            is missing.

              ./workbook doctor
            """)

    func run() throws {
        let workplace = try Workplace()
        var isWell = true
        for remedy in Remedy.all {
            let isPresent = remedy.isPresent()
            if !isPresent, remedy.isNeeded { isWell = false }
            let mark = isPresent ? workplace.paint.green("✓") : workplace.paint.red(remedy.isNeeded ? "✗" : "·")
            workplace.say("\(mark) \(remedy.name): \(remedy.purpose)")
            if !isPresent { workplace.say("    \(remedy.advice)") }
        }
        for finding in Surroundings(workplace).findings {
            isWell = isWell && !finding.isGrave
            workplace.say("\(workplace.paint.red(finding.isGrave ? "✗" : "·")) \(finding.trouble)")
            workplace.say("    \(finding.advice)")
        }
        let progress = try workplace.progress()
        let exercises = workplace.course.exercises
        let done = exercises.count { progress.hasPassed($0.id) }
        workplace.say(
            "\(done) of \(exercises.count) exercises have passed. Progress: \(workplace.short(workplace.state.path))")
        if !isWell { throw ExitCode.notYet }
    }
}

/// Something that the machine has to have, and how it comes by it.
private struct Remedy {
    let name: String
    let purpose: String
    let advice: String
    /// The command that succeeds where it is present.
    let probe: [String]
    var isNeeded = true

    static let all = [
        Remedy(
            name: "swift 6.3 or newer", purpose: "builds everything",
            advice: "Get it from https://www.swift.org/install",
            probe: [
                "sh", "-c",
                "swift --version 2>/dev/null | grep -qE 'version (6\\.([3-9]|[1-9][0-9])|([7-9]|[1-9][0-9]+)\\.)'",
            ]),
        package("libcrypto", "libssl-dev", "openssl@3", "signs tokens and hashes passwords"),
        package("sqlite3", "libsqlite3-dev", "sqlite", "keeps the accounts, from lesson 2 on"),
        Remedy(
            name: "curl", purpose: "sends requests by hand", advice: "On Debian and Ubuntu: apt-get install curl",
            probe: ["curl", "--version"]),
        Remedy(
            name: "diff", purpose: "compares your work with ours",
            advice: "On Debian and Ubuntu: apt-get install diffutils", probe: ["diff", "--version"]),
        Remedy(
            name: "jq", purpose: "takes answers apart, where a chapter says so",
            advice: "On Debian and Ubuntu: apt-get install jq", probe: ["jq", "--version"], isNeeded: false),
    ]

    private static func package(_ library: String, _ apt: String, _ brew: String, _ purpose: String) -> Remedy {
        Remedy(
            name: apt, purpose: purpose,
            advice: "On Debian and Ubuntu: apt-get install \(apt). On macOS: brew install \(brew)",
            probe: ["sh", "-c", "pkg-config --exists \(library) || test -e /usr/include/\(header(of: library))"])
    }

    private static func header(of library: String) -> String {
        library == "libcrypto" ? "openssl/evp.h" : "\(library).h"
    }

    func isPresent() -> Bool {
        let program = Program(probe[0], Array(probe.dropFirst()))
        return (try? program.capture(timeout: .seconds(30)))?.isSuccess ?? false
    }
}
