import ArgumentParser
import Curriculum
import Foundation
import Processes

struct Grade: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge what a class has handed in.",
        discussion: """
            The folder holds a folder for each learner: a checkout of the course, or its Sources/Lessons/*/Exercise \
            folders alone. Of each, the exercise files that the course knows are taken, and nothing else; links are not \
            followed. They are judged in a copy of the course, with limits of time and memory, without network, and \
            without leave to write to your files.

            Exit status: 0 if all were judged, 1 if something could not be; the table says what and why.

              ./workbook grade hand-ins --csv grades.csv
            """)

    @Argument(help: "The folder with a folder for each learner.", completion: .directory)
    var folder: String

    @Option(help: "Where the table goes; without it, .workbook/grades.csv.", completion: .file(extensions: ["csv"]))
    var csv: String?

    @Option(name: .customLong("lesson"), help: "Judge this lesson alone; may be given again.", completion: .lessons)
    var names: [String] = []

    @Option(help: "The memory that each process may use, in MiB.")
    var memory = 4096

    @Option(help: "The time that the tests of one lesson may take, in seconds.")
    var seconds = 120

    @Flag(help: "Go on where programs cannot be closed in: they then have your network and may change your files.")
    var unconfined = false

    func validate() throws {
        if memory < 256 || seconds < 1 { throw ValidationError("That is too little to judge anything with.") }
    }

    func run() throws {
        #if os(Linux)
            try grade(Workplace())
        #else
            throw ValidationError("grade works on Linux alone: a container with the course in it will do.")
        #endif
    }

    private func grade(_ workplace: Workplace) throws {
        let place = URL(filePath: folder, directoryHint: .isDirectory)
        let learners = try learners(in: place)
        let lessons =
            names.isEmpty
            ? workplace.course.lessons : try names.map { try workplace.lesson(named: $0, LearnerProgress()) }
        let room = workplace.root.appending(path: ".build/grade")
        try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
        guard let lock = FileLock(waitingFor: room.appending(path: "lock").path) else {
            throw Fault("\(room.path) cannot be written.")
        }
        defer { withExtendedLifetime(lock) {} }

        let confinement = try confinement(workplace, room)
        try GradingGround(workplace).prepare(lessons)
        var examination = try Examination(workplace, in: confinement)
        let file = csv.map { URL(filePath: $0) } ?? workplace.state.appending(path: "grades.csv")
        let sheet = try GradeSheet(file)
        let table = GradeTable(workplace, of: learners)
        table.showHeader()
        var unjudged = 0
        for name in learners {
            let start = ContinuousClock.now
            let learner = LearnerFolder(name, in: place)
            var all: [ExerciseGrade] = []
            for lesson in lessons {
                let (grades, isJudged) = try grades(of: learner, lesson, &examination)
                for grade in grades { try sheet.write(grade, of: name, in: lesson.product) }
                all += grades
                if !isJudged { unjudged += 1 }
            }
            table.show(all, of: name, seconds: ContinuousClock.now - start)
        }
        workplace.say(
            "\(learners.count) learners; \(examination.count) different versions of lessons were judged, ours among them."
        )
        print("Table: \(workplace.short(file.path))")
        if unjudged > 0 {
            let lessons = unjudged == 1 ? "lesson" : "lessons"
            workplace.say("\(unjudged) \(lessons) could not be judged: the table says why.")
            throw ExitCode.notYet
        }
    }

    /// Also says whether they could be judged.
    private func grades(
        of learner: LearnerFolder, _ lesson: Lesson, _ examination: inout Examination
    ) throws -> ([ExerciseGrade], isJudged: Bool) {
        switch learner.handIn(for: lesson) {
        case .untouched(let isMissing):
            let message = isMissing ? "Nothing was handed in." : ""
            return (lesson.exercises.map { ExerciseGrade($0, .toDo, message: message) }, true)
        case .refused(let reason):
            return (lesson.exercises.map { ExerciseGrade($0, .didNotStart, message: reason) }, false)
        case .written(let texts):
            if let doubt = try examination.doubt(about: lesson) {
                return (lesson.exercises.map { ExerciseGrade($0, .didNotStart, message: doubt) }, false)
            }
            let grades = try examination.judge(lesson, texts)
            let others = learner.others(beside: lesson)
            guard !others.isEmpty else { return (grades, true) }
            let words = " (not taken: \(others.joined(separator: ", ")))"
            return (grades.map { $0.verdict == .doesNotBuild ? $0.adding(words) : $0 }, true)
        }
    }

    private func learners(in place: URL) throws -> [String] {
        let files = FileManager.default
        let names = Files(root: place).names(in: ".").filter { name in
            let facts = try? files.attributesOfItem(atPath: place.appending(path: name).path)
            return [.typeDirectory, .typeSymbolicLink].contains(facts?[.type] as? FileAttributeType)
        }
        guard !names.isEmpty else { throw ValidationError("There is no folder of a learner in \(folder).") }
        return names
    }

    private func confinement(_ workplace: Workplace, _ room: URL) throws -> Confinement {
        func confinement(_ isClosed: Bool) -> Confinement {
            Confinement(
                limits: Limits(memory: memory, time: .seconds(seconds)), isClosed: isClosed, root: workplace.root,
                folder: room)
        }
        guard !unconfined else {
            workplace.note("Not enforced: programs of learners have your network and may change your files.")
            return confinement(false)
        }
        if let obstacle = try confinement(true).obstacle() {
            throw ValidationError(
                "Programs of learners cannot be kept from your network and your files here (\(obstacle)). Grade "
                    + "where unshare and ip work, or with --unconfined on a machine that you can throw away.")
        }
        return confinement(true)
    }
}
