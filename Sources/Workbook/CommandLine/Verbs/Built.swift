import ArgumentParser
import Curriculum

/// The launcher tells that its first build has made the first lesson and its tests too.
struct Built: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Note that everything for the first lesson has been built.", shouldDisplay: false)

    func run() throws {
        let workplace = try Workplace()
        guard let lesson = workplace.course.lessons.first else { return }
        Builder(workplace).noteFirstBuild(of: lesson)
    }
}
