#if os(Linux)
    import Foundation
    import Processes
    import TestSupport
    import Testing

    struct WatchTests {
        private let companion: Companion

        init() throws {
            companion = try Companion()
        }

        private func watch(around words: [String] = [], columns: UInt16 = 80, noColour: Bool = true) throws
            -> PseudoTerminal
        {
            let program = companion.program(
                ["watch", "greeting"], ["NO_COLOR": noColour ? "1" : nil, "TERM": "xterm", "PAGER": "cat"])
            return try PseudoTerminal(
                words + [program.executable] + program.arguments, in: companion.course.root.path,
                environment: program.environment, columns: columns)
        }

        /// Types, and waits for words to appear that were not there before.
        private func expect(
            _ words: String, in terminal: PseudoTerminal, after keys: String = "",
            sourceLocation: SourceLocation = #_sourceLocation
        ) throws {
            _ = terminal.takeScreen()
            terminal.type(keys)
            try eventually(sourceLocation: sourceLocation) { terminal.screen.contains(words) }
        }

        @Test("Every key does what the list of keys says, and without colours there is no escape byte")
        func obeysKeys() throws {
            let terminal = try watch()
            try eventually { terminal.screen.contains("To do: greeting.1") && terminal.screen.contains("Checked in") }
            let steps: [(keys: String, words: String)] = [
                ("?", "next lesson"), ("h", "The first hint."), ("h", "The second hint."), ("s", "[y/N]"),
                ("n", "q quit"), ("s", "[y/N]"), ("y", "\"Hello, \" + name"), ("d", "nothing of yours"),
                ("x", "A copy is kept."), ("n", "q quit"), ("l", "greeting.2"), ("say g", "Search: say g"),
                ("\u{7F}", "Search: say "), ("\r", "Checked in"), ("l", "Search:"), ("\u{1B}", "q quit"),
                ("c", "checking all lessons"), (" ", "checking"), ("r", "greeting got:"), ("\u{4}", "q quit"),
                ("o", "Say goodbye"),
            ]
            for (keys, words) in steps { try expect(words, in: terminal, after: keys) }
            #expect(!terminal.screen.contains("\u{1B}"))
            terminal.type("q")
            try eventually { terminal.hasEnded }
            #expect(terminal.isUsual)
        }

        @Test("A save is noticed and checked, n goes on only when all has passed, and nothing advances by itself")
        func noticesSaves() throws {
            let terminal = try watch()
            try eventually { terminal.screen.contains("Checked in") }
            #expect(!terminal.screen.contains("n next"))
            try companion.answer(["greeting.1": "right", "greeting.2": "right"])
            _ = terminal.takeScreen()
            try companion.course.write("// mine\n", to: FakeCourse.exercise)
            try eventually { terminal.screen.contains("checking …") }
            try eventually { terminal.screen.contains("Well done.") && terminal.screen.contains("n next") }
        }

        @Test("At forty columns no line is wider, and a resize draws anew")
        func fitsNarrowScreens() throws {
            let terminal = try watch(columns: 40)
            try eventually { terminal.screen.contains("Checked in") }
            for line in terminal.takeScreen().split(whereSeparator: \.isNewline)
            where line.split(separator: " ").count > 2 {
                #expect(line.count <= 40 || line.hasPrefix("Open: "), "\(line)")
            }
            terminal.resize(columns: 70)
            try eventually { terminal.screen.contains("q quit") }
        }

        @Test("However it ends, the terminal is as it was before")
        func restoresTheTerminal() throws {
            for signal in [SIGINT, SIGTERM, SIGHUP] {
                let terminal = try watch(noColour: false)
                try eventually { !terminal.isUsual }
                terminal.signal(signal)
                try eventually { terminal.hasEnded }
                #expect(terminal.isUsual, "signal \(signal)")
            }
            let terminal = try watch()
            try eventually { terminal.screen.contains("Checked in") }
            try expect("[y/N]", in: terminal, after: "x")
            terminal.type("\u{3}")
            try eventually { terminal.hasEnded }
            #expect(terminal.isUsual)
        }

        @Test("While it is stopped the terminal is as it was, and afterwards keys count again")
        func survivesAStop() throws {
            let shell = ["sh", "-c", "set -m; \"$@\"; echo STOPPED; read line; fg >/dev/null; echo ENDED $?", "sh"]
            let terminal = try watch(around: shell)
            try eventually { terminal.screen.contains("Checked in") }
            try expect("STOPPED", in: terminal, after: "\u{1A}")
            #expect(terminal.isUsual)
            try expect("q quit", in: terminal, after: "\n")
            try expect("next lesson", in: terminal, after: "?")
            try expect("ENDED 0", in: terminal, after: "q")
            #expect(terminal.isUsual)
        }
    }
#endif
