import Curriculum
import Foundation
import Processes
import Terminal

/// One screen and one loop: keys, saves and finished checks, in the order in which they come.
struct WatchLoop {
    private let workplace: Workplace
    private var lesson: Lesson
    private var state: WatchState
    private var content = ""
    private var status = ""
    private var check: (running: RunningProgram, start: ContinuousClock.Instant)?
    private var seen = ""
    private var width = 0

    init(_ workplace: Workplace, _ lesson: Lesson) {
        (self.workplace, self.lesson) = (workplace, lesson)
        state = WatchState(lesson: lesson.product, exercise: lesson.exercises.first?.id ?? lesson.product)
    }

    /// Goes on until somebody quits.
    mutating func run() throws {
        startCheck(because: "checking \(lesson.product) …")
        while true {
            for event in Keyboard.events(within: 40) {
                if try react(to: event) == .quit { return }
            }
            if exerciseState != seen { startCheck(because: "checking …") }
            takeResult()
            if KeyboardMode.takeContinued() || Screen.output.width != width { draw() }
        }
    }

    private mutating func react(to event: Keyboard.Event) throws -> WatchState.Effect {
        let effect: WatchState.Effect =
            switch event {
            case .key(let key): state.press(key)
            case .enter: state.enter(found: searched)
            case .escape: state.cancel()
            case .backspace: state.erase()
            case .end: .quit
            }
        switch effect {
        case .none, .quit: break
        case .redraw: draw()
        case .check: startCheck(because: "checking …")
        case .checkAll: startCheck(["check", "--all"], because: "checking all lessons …")
        case .show(let verb): show(verb)
        case .lend(let verb): try lend(verb)
        case .go(let name): go(to: name)
        case .next: go(to: workplace.course.place(after: lesson)?.product)
        }
        return effect
    }

    private var searched: String? {
        guard case .searching(let words) = state.mode, !words.isEmpty else { return nil }
        return WatchView(workplace: workplace, screen: .output).matches(words).first?.exercise.lesson
    }

    private mutating func go(to name: String?) {
        guard let name, let next = workplace.course.lesson(named: name) else { return draw() }
        lesson = next
        state = WatchState(lesson: next.product, exercise: next.exercises.first?.id ?? next.product)
        startCheck(because: "checking \(next.product) …")
    }

    private var exerciseState: String {
        SourceState(of: [lesson.place.exerciseFolder], in: workplace.files).description
    }

    private func verb(_ arguments: [String]) -> Program {
        OwnVerb(arguments, in: workplace, width: Screen.output.width, isColoured: Screen.output.paint.isOn).program
    }

    /// A check that still runs is about what was saved before, and ends.
    private mutating func startCheck(_ arguments: [String]? = nil, because reason: String) {
        check?.running.stop(grace: .milliseconds(500))
        seen = exerciseState
        status = reason
        check = (try? RunningProgram(verb(arguments ?? ["check", lesson.product]))).map { ($0, .now) }
        draw()
    }

    private mutating func takeResult() {
        guard let (running, start) = check, let ending = running.waitForEnd(within: .zero) else { return }
        content = text(running.standardOutput) + text(running.standardError)
        check = nil
        state.isDone = ending.isSuccess
        Warming(workplace).goOn(isTold: false)
        if let progress = try? workplace.progress(),
            let open = lesson.exercises.first(where: { !progress.hasPassed($0.id) }) ?? lesson.exercises.first
        {
            state.exercise = open.id
        }
        let tenths = Int((ContinuousClock.now - start) / .milliseconds(100))
        status = "Checked in \(tenths / 10).\(tenths % 10) s. Save, and it is checked again."
        draw()
    }

    private mutating func show(_ arguments: [String]) {
        do {
            let result = try verb(arguments).capture(timeout: .seconds(30))
            content = text(result.standardOutput) + text(result.standardError)
        } catch {
            content = "\(error)"
        }
        draw()
    }

    private mutating func lend(_ arguments: [String]) throws {
        KeyboardMode.leave()
        defer { _ = KeyboardMode.enter() }
        if Screen.output.paint.isOn { print("\u{1B}[H\u{1B}[2J", terminator: "") }
        flushOutput()
        _ = try verb(arguments).passThrough()
        draw()
    }

    private mutating func draw() {
        let screen = Screen.output
        width = screen.width
        WatchView(workplace: workplace, screen: screen).draw(content, status: status, state: state)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
