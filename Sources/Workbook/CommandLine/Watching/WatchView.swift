import Curriculum
import Terminal

/// Draws what there is to see, from the top, on a screen of any width.
struct WatchView {
    let workplace: Workplace
    let screen: Screen

    /// - Parameters:
    ///   - content: what was printed last.
    ///   - status: what goes on now, on one line.
    func draw(_ content: String, status: String, state: WatchState) {
        // Where escapes are unwelcome, what is new stands below what was.
        print(screen.paint.isOn ? "\u{1B}[H\u{1B}[2J" : "", terminator: "")
        switch state.mode {
        case .searching(let words):
            for line in found(words) { print(line) }
            print("\nSearch: \(words)", terminator: "")
        case .asking(let question, _):
            print(content)
            print(wrapped("\n\(question) [y/N]"), terminator: " ")
        case .watching:
            print(content)
            print(screen.paint.dim(wrapped("\n\(status)")))
            print(screen.paint.dim(wrapped(footer(state))))
        }
        flushOutput()
    }

    /// The exercises in whose names all the words occur.
    func matches(_ words: String) -> [(lesson: Lesson, exercise: Exercise)] {
        let wanted = words.lowercased().split(separator: " ")
        return workplace.course.lessons.flatMap { lesson in lesson.exercises.map { (lesson, $0) } }.filter { pair in
            let name = "\(pair.0.number) \(pair.0.chapter.title) \(pair.1.id) \(pair.1.title)".lowercased()
            return wanted.allSatisfy { name.contains($0) }
        }
    }

    private func found(_ words: String) -> [String] {
        let progress = (try? workplace.progress()) ?? LearnerProgress()
        return matches(words).map { _, exercise in
            let tick = progress.hasPassed(exercise.id) ? screen.paint.green("✓") : "·"
            return wrapped("\(tick) \(exercise.id)  \(exercise.title)")
        } + [screen.paint.dim(wrapped("Type to search, Enter goes to the first, Esc comes back."))]
    }

    private func footer(_ state: WatchState) -> String {
        let next = state.isDone ? "n next · " : ""
        return next + "h hint · s solution · d diff · r run · o chapter · l list · c all · x reset · ? keys · q quit"
    }

    private func wrapped(_ text: String) -> String { text.wrapped(to: screen.width) }
}
