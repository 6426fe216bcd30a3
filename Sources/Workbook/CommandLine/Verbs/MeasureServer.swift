import ArgumentParser
import Curriculum
import Foundation
import Processes

struct MeasureServer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure a lesson's server, built for release: what a token costs, what a login.",
        discussion: """
              ./workbook bench refresh --seconds 2
            """)

    @Argument(help: "The lesson; without it, the last one.")
    var lesson: String?

    @Option(help: "How many seconds each load lasts.")
    var seconds: Double = 5

    func run() throws {
        let workplace = try Workplace()
        let named = try lesson.map { try workplace.lesson(named: $0, LearnerProgress()) }
        guard let lesson = named ?? workplace.course.lessons.last else { throw Fault("The course has no lessons.") }
        Warming(workplace).stop()
        for product in ["bench", lesson.product] {
            workplace.note("Building \(product) for release, which takes minutes the first time …")
            let swift = ["build", "--configuration", "release", "--product", product]
            let built = try Program("swift", swift, workingDirectory: workplace.root.path).capture()
            guard built.isSuccess else { throw Fault(built.output + built.errors) }
        }
        let folder = workplace.root.appending(path: ".build/release")
        flushOutput()
        let bench = Program(
            folder.appending(path: "bench").path,
            [folder.appending(path: lesson.product).path, "--seconds", "\(seconds)"])
        throw ExitCode(try bench.passThrough().status)
    }
}
