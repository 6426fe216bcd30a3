import ArgumentParser
import Curriculum
import Foundation

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge what you have written.",
        discussion: """
            It builds your version, runs the lesson's tests against it, and says what holds and why the rest does not. \
            Exit status 0: all that was asked about is right. 1: something is wrong, open, or does not build.

              ./workbook check
              ./workbook check login.2
              ./workbook check --all --json
              ./workbook check login --url http://127.0.0.1:5000
            """)

    @Argument(help: "The lesson or exercise; without it, the lesson where you are.", completion: .subjects)
    var name: String?

    @Flag(help: "Check every lesson.")
    var all = false

    @Flag(help: "Print one JSON object.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Judge a server that runs at this address, in whatever language.",
            discussion: """
                It has to speak the course's contract. LESSON_SECRET is its secret in base64; LESSON_ADMIN_USERNAME and \
                LESSON_ADMIN_PASSWORD are its admin's. Your progress is left alone.
                """))
    var url: String?

    func validate() throws {
        if let url, !["http", "https"].contains(URL(string: url)?.scheme ?? "") {
            throw ValidationError("'\(url)' is no address. One looks like http://127.0.0.1:5000.")
        }
        if all, name != nil { throw ValidationError("Name a lesson or exercise, or ask for --all, not both.") }
    }

    func run() throws {
        let workplace = try Workplace()
        let progress = try workplace.progress()
        let subjects =
            all ? workplace.course.lessons.map(Subject.lesson) : [try workplace.subject(named: name, progress)]
        defer { Warming(workplace).goOn(isTold: !json) }
        if try !Self.check(subjects, in: workplace, json: json, url: url) { throw ExitCode.notYet }
    }

    /// Checks one after the other, and says whether all is right.
    static func check(_ subjects: [Subject], in workplace: Workplace, json: Bool = false, url: String? = nil) throws
        -> Bool
    {
        var results: [CheckResult.LessonResult] = []
        for subject in subjects {
            if !json, !results.isEmpty { print() }
            results.append(try check(subject, in: workplace, json: json, url: url))
        }
        let isRight = results.allSatisfy { result in
            result.compiler == nil && !result.exercises.isEmpty && result.exercises.allSatisfy { $0.verdict == .right }
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(CheckResult(lessons: results, right: isRight)), as: UTF8.self))
        }
        return isRight
    }

    private static func check(
        _ subject: Subject, in workplace: Workplace, json: Bool, url: String?
    ) throws -> CheckResult.LessonResult {
        let report = CheckReport(workplace: workplace, subject: subject)
        let judge = Judge(workplace: workplace)
        switch try url.map({ try judge.judge(subject.lesson, at: $0) }) ?? judge.judge(subject.lesson) {
        case .doesNotBuild(let words):
            if !json { print(report.text(doesNotBuild: words)) }
            return .init(
                lesson: subject.lesson.product, compiler: words,
                exercises: subject.exercises.map { .init(doesNotBuild: $0, in: workplace.files) })
        case .findings(let findings):
            let newlyPassed = url == nil ? try workplace.note(findings) : []
            if !json { print(report.text(findings, newlyPassed: newlyPassed)) }
            let asked = findings.filter { finding in subject.exercises.contains { $0.id == finding.exercise.id } }
            return .init(lesson: subject.lesson.product, compiler: nil, exercises: asked.map { .init($0) })
        }
    }
}

extension Workplace {
    /// Writes a check's findings into the progress, and returns what has passed for the first time.
    fileprivate func note(_ findings: [Finding]) throws -> Set<String> {
        try changeProgress { progress in
            let fresh = findings.filter { $0.isRight && !progress.hasPassed($0.exercise.id) }
            // What was not judged is as it was.
            for finding in findings where finding.verdict != .didNotStart {
                progress.note(finding.exercise.id, isRight: finding.isRight, at: .now)
            }
            return Set(fresh.map(\.exercise.id))
        }
    }
}
