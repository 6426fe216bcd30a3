import Curriculum

/// What somebody who watches a lesson sees, and what a key means now.
struct WatchState {
    enum Mode: Hashable {
        case watching
        /// A key was pressed whose effect is asked about once: it runs this verb if the answer is yes.
        case asking(String, verb: [String])
        /// Words are typed that lessons and exercises are searched for.
        case searching(String)
    }

    enum Effect: Hashable {
        case none, redraw, quit, check, checkAll, next
        /// Shows what a verb prints.
        case show([String])
        /// Gives the terminal to a verb until it ends.
        case lend([String])
        case go(String)
    }

    var mode = Mode.watching
    /// Whether all of the lesson has passed.
    var isDone = false
    /// The lesson, and the exercise that the help is about.
    var lesson: String
    var exercise: String

    mutating func press(_ key: Character) -> Effect {
        switch mode {
        case .watching: return watch(key)
        case .asking(_, let verb):
            mode = .watching
            return "yYjJ".contains(key) ? .show(verb) : .redraw
        case .searching(let words):
            mode = .searching(words + String(key))
            return .redraw
        }
    }

    private mutating func watch(_ key: Character) -> Effect {
        switch key {
        case "q": return .quit
        case "c": return .checkAll
        case "h": return .show(["hint", exercise])
        case "d": return .show(["diff", lesson])
        case "r": return .lend(["run", lesson])
        case "o": return .lend(["read", lesson, "--page"])
        case "n": return isDone ? .next : .none
        case "?": return .show(["watch", "--keys"])
        case " ", "w": return .check
        case "l", "/":
            mode = .searching("")
            return .redraw
        case "s":
            mode = .asking("Show our solution of \(exercise)?", verb: ["solution", exercise, "--yes"])
            return .redraw
        case "x":
            mode = .asking("Bring the skeleton of \(exercise) back? A copy is kept.", verb: ["reset", exercise])
            return .redraw
        default: return .none
        }
    }

    /// Enter, escape and backspace. `found` is what the words that were typed find first.
    mutating func enter(found: String?) -> Effect {
        guard case .searching = mode else { return mode == .watching ? .check : cancel() }
        mode = .watching
        return found.map { .go($0) } ?? .redraw
    }

    mutating func cancel() -> Effect {
        mode = .watching
        return .redraw
    }

    mutating func erase() -> Effect {
        guard case .searching(let words) = mode else { return .none }
        mode = .searching(String(words.dropLast()))
        return .redraw
    }

    static let keys: [(key: String, meaning: String)] = [
        ("n", "next lesson, once this one has passed"), ("h", "hint"), ("s", "solution"),
        ("d", "diff: yours beside ours"), ("r", "run the lesson; Ctrl-C comes back"), ("o", "open the chapter"),
        ("l", "list and search"), ("c", "check all lessons"), ("x", "reset the exercise"), ("space", "check again"),
        ("?", "this list"), ("q", "quit"),
    ]
}
