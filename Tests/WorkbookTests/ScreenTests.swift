import Foundation
import Processes
import Terminal
import TestSupport
import Testing

struct ScreenTests {
    private let companion: Companion

    init() throws {
        companion = try Companion()
    }

    private static let everything = [
        [], ["list"], ["check"], ["read", "--all"], ["hint"], ["doctor"], ["solution"], ["diff"],
    ]

    @Test("Into a file everything is plain")
    func isPlainInAFile() throws {
        for arguments in Self.everything {
            let result = try companion.run(arguments, environment: ["TERM": "xterm-256color"])
            #expect(!result.standardOutput.contains(0x1B), "\(arguments)")
        }
    }

    #if os(Linux)
        @Test("A terminal gets colours, unless NO_COLOR or a dumb terminal says otherwise")
        func coloursATerminal() throws {
            let cases: [(environment: [String: String?], isColoured: Bool)] = [
                (["TERM": "xterm"], true),
                (["TERM": "xterm", "NO_COLOR": ""], true),
                (["TERM": "xterm", "NO_COLOR": "1"], false),
                (["TERM": "dumb"], false),
            ]
            for (environment, isColoured) in cases {
                let result = try Program(
                    "script", ["-qec", "\(Companion.executable) list", "/dev/null"],
                    environment: environment.merging(["NO_COLOR": nil, "WORKBOOK_WARM": "0"]) { old, _ in old },
                    workingDirectory: companion.course.root.path
                ).capture(timeout: .seconds(30))
                #expect(result.output.contains("greeting"))
                #expect(result.standardOutput.contains(0x1B) == isColoured, "\(environment)")
            }
        }

        @Test("A person at a terminal is asked once before a solution, and may say no or yes")
        func asksAPerson() throws {
            for (answer, isShown) in [("n", false), ("", false), ("y", true)] {
                let result = try Program(
                    "script", ["-qec", "\(Companion.executable) solution greeting.1", "/dev/null"],
                    environment: ["WORKBOOK_WARM": "0"],
                    workingDirectory: companion.course.root.path
                ).capture(standardInput: Array("\(answer)\n".utf8), timeout: .seconds(30))
                #expect(result.output.ranges(of: "all the same?").count == 1)
                #expect(result.output.contains("Hello") == isShown, "\(answer)")
            }
        }
    #endif

    @Test("Forty columns lose no word")
    func fitsNarrowScreens() throws {
        for arguments in [[], ["list"], ["read", "--all"], ["hint"]] {
            let wide = try companion.run(arguments, environment: ["COLUMNS": "200"])
            let narrow = try companion.run(arguments, environment: ["COLUMNS": "40"])
            if arguments != ["hint"] {
                #expect(Self.words(wide) == Self.words(narrow), "\(arguments)")
            }
            for line in narrow.output.split(separator: "\n") where line.split(separator: " ").count > 2 {
                #expect(line.count <= 40 || line.hasPrefix("    "), "\(line)")
            }
        }
    }

    private static func words(_ result: Captured) -> [Substring] {
        result.output.split { $0.isWhitespace }
    }
}

struct WrappingTests {
    @Test("Lines are broken between words, and what follows stands under the words of its item")
    func wraps() {
        let cases: [(text: String, width: Int, lines: [String])] = [
            ("", 10, [""]),
            ("one two", 10, ["one two"]),
            ("one two three", 7, ["one two", "three"]),
            ("- one two three", 9, ["- one two", "  three"]),
            ("  12. one two", 9, ["  12. one", "      two"]),
            ("immeasurable", 4, ["immeasurable"]),
            ("a immeasurable b", 4, ["a", "immeasurable", "b"]),
            ("one\n\ntwo", 4, ["one", "", "two"]),
            ("\u{1B}[1mone\u{1B}[0m two", 7, ["\u{1B}[1mone\u{1B}[0m two"]),
            ("one two", 0, ["one", "two"]),
        ]
        for (text, width, lines) in cases {
            #expect(text.wrapped(to: width) == lines.joined(separator: "\n"), "\(text)")
        }
    }
}
