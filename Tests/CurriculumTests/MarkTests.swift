import Curriculum
import Testing

struct MarkTests {
    @Test("A marked file knows its holes: what is asked, where, and whether a body begins before it")
    func readsHoles() throws {
        let file = try MarkedFile(
            path: "Sources/Core/Greetings/A.swift",
            text: """
                struct A {
                    func greet(_ name: String) -> String {
                        // exercise greeting.1: Greet.
                        "Hello"
                        // end greeting.1
                    }

                    func part() -> String {
                        let night = true
                        // exercise greeting.2: Part.
                        return night ? "Good night" : "Goodbye"
                        // end greeting.2
                    }
                }
                """)
        #expect(file.module == "Greetings")
        #expect(file.lesson == "greeting")
        #expect(file.holes.map(\.id) == ["greeting.1", "greeting.2"])
        #expect(file.holes.map(\.line) == [3, 10])
        #expect(file.holes.map(\.isTail) == [false, true])
        #expect(file.holes.map(\.task) == ["Greet.", "Part."])
        #expect(file.holes.first?.solution == ["        \"Hello\""])
    }

    @Test("Chapters quote regions and exercises, without the marks in them")
    func readsRegions() throws {
        let file = try MarkedFile(
            path: "A.swift",
            text: """
                // region outer
                func greet() -> String {
                    // exercise greeting.1: Greet.
                    "Hello"
                    // end greeting.1
                }
                // endregion outer
                """)
        #expect(file.regions["outer"] == ["func greet() -> String {", "    \"Hello\"", "}"])
        #expect(file.regions["greeting.1"] == ["    \"Hello\""])
    }

    @Test("A mark that does not pair is refused at its line, in words that help")
    func refusesBrokenMarks() {
        let open = "func a() {\n    // exercise greeting.1: Do."
        let cases: [(text: String, line: Int, words: String)] = [
            ("\(open)\n    b()\n}", 2, "no `// end greeting.1`"),
            ("\(open)\n    // exercise greeting.2: Do.\n    // end greeting.2\n}", 3, "do not nest"),
            ("\(open)\n    // end greeting.2\n}", 3, "is not open here"),
            ("func a() {\n    // end greeting.1\n}", 2, "is not open here"),
            ("func a() {\n    // exercise greeting.1:\n    // end greeting.1\n}", 2, "what is to be done"),
            ("func a() {\n    // exercise greeting: Do.\n}", 2, "// exercise lesson-name.1:"),
            ("\(open)\n    // end greeting.1\n    b()\n}", 2, "or its tail"),
            (
                "\(open)\n    // end greeting.1\n}\nfunc b() {\n    // exercise greeting.1: Do.\n    // end greeting.1\n}",
                6, "second time"
            ),
            (
                "\(open)\n    // end greeting.1\n}\nfunc b() {\n    // exercise parting.1: Do.\n    // end parting.1\n}",
                6, "one lesson only"
            ),
            ("    // exercise greeting.1: Do.\n    // end greeting.1", 1, "in no function"),
            ("static func a() {\n    // exercise greeting.1: Do.\n    // end greeting.1\n}", 2, "in no function"),
            ("func a(_ all: Int...) {\n    // exercise greeting.1: Do.\n    // end greeting.1\n}", 2, "in no function"),
            ("// region a", 1, "no `// endregion a`"),
            ("// endregion a", 1, "is not open here"),
        ]
        for (text, line, words) in cases {
            let problem = #expect(throws: Problem.self) { try MarkedFile(path: "A.swift", text: text) }
            #expect(problem?.line == line, "\(text)")
            #expect(problem?.message.contains(words) == true, "\(problem?.message ?? "") for \(text)")
        }
    }

    @Test("An ordinary comment that begins like a mark is none")
    func leavesCommentsAlone() throws {
        let file = try MarkedFile(
            path: "A.swift", text: "// end of the file\n// region of interest\n// exercises: none")
        #expect(file.holes.isEmpty)
    }
}
