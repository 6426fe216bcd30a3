/// A lesson as it begins: it builds and has one exercise, and what an author has to write is marked.
struct LessonSkeleton {
    /// What a line of a chapter begins with that is still to be written.
    static let toWrite = "TODO: "

    let number: Int
    /// The program's name: `password-reset`.
    let product: String
    let title: String

    /// The library's name: `PasswordReset`.
    var name: String { product.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() }

    var manifestLine: String { "lesson(\(number), \"\(name)\", program: \"\(product)\", needs: [\"Tokens\"])" }

    private var source: String { "Sources/Core/Tokens/\(name)/Strict\(name)Steps.swift" }
    private var folder: String { "Sources/Lessons/\(number)-\(name)" }

    var files: [(path: String, text: String)] {
        [
            ("chapters/\(number)-\(product).md", chapter), ("Sources/Core/Tokens/\(name)/\(name)Steps.swift", steps),
            (source, solution), ("\(folder)/Ours.swift", ours), ("\(folder)/Flaws.swift", flaws),
            ("\(folder)/Run/Lesson.swift", program),
            ("Tests/\(number)-\(name)Tests/\(name)Tests.swift", tests),
        ]
    }

    private var steps: String {
        """
        /// What lesson \(number) is made of: the learner's version, ours and every mistake take these steps.
        package protocol \(name)Steps: Sendable {
            /// Answers in capitals.
            func answer(to question: \(name)Question) -> String
        }

        /// What is asked.
        package struct \(name)Question: Sendable {
            package let text: String

            package init(_ text: String) {
                self.text = text
            }
        }

        """
    }

    private var solution: String {
        """
        /// Answers questions, step by step.
        package struct Strict\(name)Steps: \(name)Steps {
            package init() {}

            package func answer(to question: \(name)Question) -> String {
                // exercise \(product).1: Answer in capitals.
                question.text.uppercased()
                // end \(product).1
            }
        }

        """
    }

    private var ours: String {
        """
        import Tokens

        extension Strict\(name)Steps {
            /// The solution, which answers while a piece of yours is still open.
            var ours: any \(name)Steps { Tokens.Strict\(name)Steps() }
        }

        """
    }

    private var flaws: String {
        let imports = ["LessonKit", "Tokens", name].sorted().map { "import \($0)" }.joined(separator: "\n")
        return """
            \(imports)

            /// The versions that `\(product)` can run.
            let versions = Versions<any \(name)Steps>(
                yours: \(name).Strict\(name)Steps(),
                solution: Tokens.Strict\(name)Steps(),
                flaws: [
                    Flaw("echoes", caughtBy: "\(product).1", "Gives the question back as it came.", Echoes())
                ])

            private struct Echoes: \(name)Steps {
                func answer(to question: \(name)Question) -> String { question.text }
            }

            """
    }

    private var program: String {
        """
        import ArgumentParser
        import LessonKit
        import Tokens

        /// Lesson \(number): answers questions.
        @main
        struct Lesson: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "\(product)", abstract: "Lesson \(number).",
                discussion: "The chapter is chapters/\(number)-\(product).md.", subcommands: [Ask.self])

            @Flag(help: "List the mistakes that this lesson can run with: name, exercise, what goes wrong.")
            var flaws = false

            func run() throws {
                guard flaws else { throw CleanExit.helpRequest() }
                print(versions.catalogue)
            }
        }

        struct Ask: ParsableCommand, Versioned {
            static let configuration = CommandConfiguration(commandName: "ask", abstract: "Ask a question.")

            @Flag(help: .solution) var solution = false
            @Option(help: .flaw) var flaw: String?
            @Argument(help: "The question.") var question: String

            func run() throws {
                print(try choose(from: versions).answer(to: \(name)Question(question)))
            }
        }

        """
    }

    private var tests: String {
        """
        import TestSupport
        import Testing

        @Suite struct \(name)Tests {
            @Test("A question is answered in capitals", .exercise("\(product).1"))
            func answersInCapitals() async throws {
                try await judge { trial in
                    let answer = try CommandLineLesson("\(product)", trial).run("ask", ["who"])
                    try answer.require(
                        answer.text == "WHO", "the answer is in capitals", expected: "WHO",
                        because: "Say here why it matters.")
                }
            }
        }

        """
    }
}
