import Curriculum
import Testing

struct DerivationTests {
    private func derive(_ text: String, filling: Filling = .borrowed) throws -> String {
        let place = try #require(LessonPlace(chapter: "01-greeting.md", folders: ["01-Greeting", "Kit"]))
        let file = try MarkedFile(path: "Sources/Core/Greetings/A.swift", text: text)
        return file.exerciseText(for: place) { _ in filling }
    }

    /// What borrows, for a function with this declaration.
    private func call(_ declaration: String) throws -> String {
        let marked = "\(declaration) {\n    // exercise greeting.1: Do.\n    // end greeting.1\n}"
        let lines = try derive(marked).split(separator: "\n")
        return String(try #require(lines.dropLast().last))
    }

    @Test("A derived file says whose it is, imports what it needs in the formatter's order, and borrows")
    func derivesAWholeFile() throws {
        let text = try derive(
            """
            import Synchronization
            import Foundation

            package struct A: Steps {
                // region greeting
                package func greet(_ name: String) -> String {
                    // exercise greeting.1: Greet.
                    "Hello"
                    // end greeting.1
                }
                // endregion greeting
            }

            """)
        #expect(
            text == """
                // Yours to change. Chapter: chapters/01-greeting.md · Solution: Sources/Core/Greetings/A.swift

                import Foundation
                package import Greetings
                import LessonKit
                import Synchronization

                package struct A: Steps {
                    package func greet(_ name: String) -> String {
                        // TODO greeting.1: Greet.
                        // Until you do, ours answers in its place. Replace the next line.
                        borrow("greeting.1") { ours.greet(name) }
                    }
                }

                """)
    }

    @Test("The core's import is as open as what the file declares")
    func choosesTheImport() throws {
        let hole = "    // exercise greeting.1: Do.\n    // end greeting.1\n}"
        #expect(try derive("func a() {\n\(hole)").contains("\nimport Greetings\n"))
        #expect(try derive("package func a() {\n\(hole)").contains("\npackage import Greetings\n"))
        let own = try derive("package import Greetings\n\npackage func a() {\n\(hole)")
        #expect(own.split(separator: "\n").count { $0.contains("import Greetings") } == 1)
    }

    @Test("Every kind of parameter and effect is handed on")
    func handsOnParameters() throws {
        let cases: [(declaration: String, call: String)] = [
            ("func a()", "borrow(\"greeting.1\") { ours.a() }"),
            ("func a(_ b: Int)", "borrow(\"greeting.1\") { ours.a(b) }"),
            ("func a(b: Int, at c: Int)", "borrow(\"greeting.1\") { ours.a(b: b, at: c) }"),
            ("func a() throws", "try borrow(\"greeting.1\") { try ours.a() }"),
            ("func a() throws(Bad) -> Int", "try borrow(\"greeting.1\") { try ours.a() }"),
            ("func a() async -> Int", "await borrow(\"greeting.1\") { await ours.a() }"),
            ("func a() async throws -> Int", "try await borrow(\"greeting.1\") { try await ours.a() }"),
            ("func a(_ b: inout [Int])", "borrow(\"greeting.1\") { ours.a(&b) }"),
            ("func a(b: Int = f(1, 2), c: String = \"(,\")", "borrow(\"greeting.1\") { ours.a(b: b, c: c) }"),
            ("func a(_ b: [String: (Int, Int)], c: (Int) -> Void)", "borrow(\"greeting.1\") { ours.a(b, c: c) }"),
            (
                "package func a(\n    _ b: Int,  // the first\n    c: Int\n) throws",
                "try borrow(\"greeting.1\") { try ours.a(b, c: c) }"
            ),
        ]
        for (declaration, expected) in cases {
            #expect(try call(declaration) == "    " + expected)
        }
    }

    @Test("A tail returns what it borrows, if the function returns anything")
    func returnsFromATail() throws {
        func tail(_ result: String) throws -> String {
            try derive("func a()\(result) {\n    b()\n    // exercise greeting.1: Do.\n    // end greeting.1\n}")
        }
        #expect(try tail(" -> Int").contains("    return borrow(\"greeting.1\") { ours.a() }"))
        #expect(try tail(" throws").contains("    try borrow(\"greeting.1\") { try ours.a() }"))
        #expect(try tail(" -> Void").contains("    borrow(\"greeting.1\") { ours.a() }"))
    }

    @Test("A call that is too long for a line takes three")
    func breaksLongCalls() throws {
        let name = String(repeating: "long", count: 20)
        let marked = "func \(name)(at hour: Int) throws {\n    // exercise greeting.1: Do.\n    // end greeting.1\n}"
        let text = try derive("\(marked.replacing("hour", with: "hourOfTheDay"))")
        #expect(text.contains("borrow(\"greeting.1\") {\n        try ours.\(name)(at: hourOfTheDay)\n    }"))
    }

    @Test("Our solution in the exercise's form has neither marks nor a borrow")
    func rendersTheSolution() throws {
        let text = try derive(
            "func a() {\n    // exercise greeting.1: Do.\n    b()\n    // end greeting.1\n}", filling: .solution)
        #expect(text.hasSuffix("func a() {\n    b()\n}"))
    }

    @Test("The switchable form holds both, and asks when it runs")
    func rendersBoth() throws {
        let marked =
            "func a(_ b: Int) throws -> Int {\n    // exercise greeting.1: Do.\n    b + 1\n    // end greeting.1\n}"
        let text = try derive(marked, filling: .switchable)
        #expect(text.contains("if isOpen(\"greeting.1\") { return try borrow(\"greeting.1\") { try ours.a(b) } }"))
        #expect(text.contains("    b + 1\n"))
    }
}
