import Curriculum
import Foundation
import Processes
import Terminal

/// Does a learner read of each verdict what `Tests/Golden` shows? It is asked of the lessons that have a folder there.
///
/// Two verdicts are missing: what does not build is told in the compiler's words, and what does not start in its own.
struct ReportQuestion: Question {
    let workplace: Workplace
    let lesson: Lesson
    /// Whether to write the files anew in place of comparing them.
    let isRenewing: Bool
    let name = "reports"

    private var folder: String { "Tests/Golden/\(lesson.product)" }
    /// As wide as a wide terminal, and without colours.
    private let screen = Screen(-1, environment: ["COLUMNS": "100", "NO_COLOR": "1"])

    func ask(_ audit: inout Audit) throws {
        guard workplace.files.exists(folder) else { return }
        for (name, report) in try reports {
            let path = "\(folder)/\(name).txt"
            if isRenewing { try workplace.files.write(Transcript.common(of: report(), report()) + "\n", to: path) }
            let (shown, printed) = (workplace.files.optionalText(path) ?? "", try report())
            guard !Transcript.matches(shown.lines, printed.lines) else { continue }
            audit.complain(
                "\(path) differs from what a learner reads:\n\(printed)\n"
                    + "If it is as it should be: ./workbook author check \(lesson.product) --renew")
        }
    }

    /// A name for each verdict, and what leads to it. The lesson's first mistake stands for all that is wrong.
    private var reports: [(name: String, report: () throws -> String)] {
        get throws {
            guard let flaw = try FlawQuestion(workplace: workplace, lesson: lesson).shipped().first?.flaw else {
                return []
            }
            return [
                ("right", { try report(subject: "solution") }),
                ("to-do", { try report(subject: "yours", in: workplace.files) }),
                ("wrong", { try report(subject: "flaw:\(flaw)") }),
            ]
        }
    }

    private func report(subject: String, in files: Files? = nil) throws -> String {
        let run = try TestBundle(workplace).run(lesson.place.testTarget, subject: subject)
        let findings = try lesson.exercises.map { try Finding($0, in: run, files: files) }
        return CheckReport(workplace: workplace, subject: .lesson(lesson), screen: screen)
            .text(findings, newlyPassed: Set(findings.filter(\.isRight).prefix(1).map(\.exercise.id)))
    }
}
