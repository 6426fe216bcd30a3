import Curriculum
import Foundation
import Processes
import Terminal

/// Does a learner read of each verdict what `Tests/Golden` shows? It is asked of the lessons that have a folder there, and
/// of the verdicts that have a file in it: when a server crashes at a request, which test tells of it first is chance.
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
        let reports = try reports
        let files = workplace.files.names(in: folder)
        let strange = files.filter { file in !reports.contains { "\($0.name).txt" == file } }
        if files.isEmpty || !strange.isEmpty {
            let names = reports.map { "\($0.name).txt" }.joined(separator: ", ")
            let found = strange.isEmpty ? "Nothing is there." : "What is \(strange.joined(separator: ", "))?"
            audit.complain("\(folder) is for some or all of \(names). \(found)")
        }
        for (name, report) in reports {
            let path = "\(folder)/\(name).txt"
            guard workplace.files.exists(path) else { continue }
            if isRenewing { try workplace.files.write(Transcript.common(of: report(), report()) + "\n", to: path) }
            let (shown, printed) = (workplace.files.optionalText(path) ?? "", try report())
            guard !Transcript.matches(shown.lines, printed.lines) else { continue }
            audit.complain(
                "\(path) differs from what a learner reads:\n\(printed)\n"
                    + "If it is as it should be: ./workbook author check \(lesson.product) --renew")
        }
    }

    /// A name for each verdict, and what leads to it. The lesson's first mistake stands for all that is wrong, and its
    /// first exercise for all that is not even judged.
    private var reports: [(name: String, report: () throws -> String)] {
        get throws {
            guard let flaw = try FlawQuestion(workplace: workplace, lesson: lesson).shipped().first?.flaw else {
                return []
            }
            return [
                ("right", { try report(subject: "solution") }),
                ("to-do", { try report(subject: "yours", in: workplace.files) }),
                ("wrong", { try report(subject: "flaw:\(flaw)") }),
                ("does-not-build", { try report(writing: "notWrittenYet()") }),
                ("crashes", { try report(writing: "fatalError(\"not written yet\")") }),
                ("did-not-start", { try reportWithoutProgram() }),
            ]
        }
    }

    private func report(subject: String, in files: Files? = nil) throws -> String {
        try report(TestBundle(workplace).run(lesson.place.testTarget, subject: subject), in: files)
    }

    /// What a learner reads who has written this in place of the first exercise. It is tried in a copy.
    private func report(writing line: String) throws -> String {
        let first = lesson.exercises.first?.id
        let scratch = Scratch(workplace, in: ".build/author/mishaps")
        let copy = Workplace(copy: try scratch.fill { $0.id == first ? .line(line) : .borrowed })
        switch try QuickBuilder(copy, lesson, plannedIn: workplace.root).build() {
        case .failed(let words): return checkReport.text(doesNotBuild: words)
        case .ready(let program):
            return try report(TestBundle(workplace).run(lesson, builtAs: program, in: copy), in: copy.files)
        case nil: throw Fault("Nobody can see what learners read: \(lesson.product) is not built quickly here.")
        }
    }

    private func reportWithoutProgram() throws -> String {
        let nowhere = workplace.root.appending(path: ".build/author/nowhere").path
        let run = try TestBundle(workplace).run(
            lesson.place.testTarget, subject: "yours", environment: ["WORKBOOK_PRODUCTS": nowhere])
        return try report(run, in: workplace.files)
    }

    private func report(_ run: TestRun, in files: Files?) throws -> String {
        let findings = try lesson.exercises.map { try Finding($0, in: run, files: files) }
        return checkReport.text(
            findings, newlyPassed: Set(findings.filter(\.isRight).prefix(1).map(\.exercise.id)))
    }

    private var checkReport: CheckReport {
        CheckReport(workplace: workplace, subject: .lesson(lesson), screen: screen)
    }
}
