package import Foundation

/// A course of one small lesson in a folder of its own, to be read, spoiled and put right by the companion's tests.
package final class FakeCourse: Sendable {
    private let folder: TemporaryFolder
    package static let source = "Sources/Core/Greetings/PoliteSteps.swift"
    package static let chapter = "chapters/01-greeting.md"
    package static let exercise = "Sources/Lessons/01-Greeting/Exercise/PoliteSteps.swift"

    package var root: URL { URL(filePath: folder.path, directoryHint: .isDirectory) }

    /// The lesson's folder has no exercise file yet: `sync` writes it.
    package init() throws {
        folder = try TemporaryFolder()
        try write("// swift-tools-version: 6.3\n", to: "Package.swift")
        try write(Self.sourceText, to: Self.source)
        try write(Self.chapterText, to: Self.chapter)
        try write("", to: "Sources/Lessons/01-Greeting/Flaws.swift")
    }

    package func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    package func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    package func write(_ text: String, to path: String, isExecutable: Bool = false) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        if isExecutable {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
    }

    /// Replaces a piece of a file, which has to be there.
    package func change(_ path: String, _ old: String, to new: String) throws {
        let before = try text(path)
        guard before.contains(old) else { throw CocoaError(.fileReadCorruptFile) }
        try write(before.replacing(old, with: new), to: path)
    }

    private static let sourceText = """
        import Foundation

        /// Greets people.
        package struct PoliteSteps: Steps {
            package init() {}

            package func greet(_ name: String) -> String {
                // exercise greeting.1: Greet by name.
                "Hello, " + name
                // end greeting.1
            }

            // region part
            package func part(from name: String, at hour: Int) throws -> String {
                if name.isEmpty { throw Nobody() }
                // exercise greeting.2: Part as the hour wants it.
                return hour > 21 ? "Good night" : "Goodbye"
                // end greeting.2
            }
            // endregion part
        }

        """

    private static let chapterText = """
        # 1. Greeting
        You can greet and part.

        ## Run it
        ```swift source=Sources/Core/Greetings/PoliteSteps.swift region=greeting.1
        "Hello, " + name
        ```
        ```sh
        printf 'HTTP/1.1 200 OK\\r\\nHello, %s\\n' "${NAME:=Ana}"
        ```
        ```text output
        HTTP/1.1 200 OK
        Hello, [..]
        ```
        ```sh
        test "$NAME" = Ana
        greeting --flaw mumbles || true
        ```

        ## Exercises

        ### greeting.1 — Say hello
        *4 minutes · prevents `mumbles` · judged by `greets`*

        Say hello.

        ### greeting.2 — Say goodbye
        *6 minutes · judged by `parts`, `refusesNobody`*

        Say goodbye.

        ## Hints

        ### greeting.1
        <details><summary>Hint 1</summary>

        The first hint.

        </details>
        <details><summary>Hint 2</summary>

        The second hint.

        </details>
        <details><summary>Hint 3</summary>

        The third hint.

        </details>

        ### greeting.2
        <details><summary>Hint 1</summary>

        One.

        </details>
        <details><summary>Hint 2</summary>

        Two.

        </details>
        <details><summary>Hint 3</summary>

        Three.

        </details>

        ## Why it holds

        ### greeting.1
        <details><summary>Read this once it passes</summary>

        A name is a courtesy.

        </details>

        ### greeting.2
        <details><summary>Read this once it passes</summary>

        Nights differ.

        </details>

        ## Answers

        ### Predict
        <details><summary>Answer</summary>

        b. The answer is secret.

        ```sh predict
        echo Hello
        ```
        ```text output
        Hello
        ```

        </details>

        ### Question 1
        <details><summary>Answer</summary>

        b. People have names. a forgets them.

        </details>

        ### Question 2
        <details><summary>Answer</summary>

        a. Nights are long.

        </details>

        ## Check yourself

        ### Question 1

        Whom does one greet?

        - a) nobody
        - b) somebody,
          by name

        ### Question 2

        When does one say good night?

        - a) late
        - b) never

        ## Predict

        What does one say first?

        - a) `Goodbye`
        - b) `Hello`

        Decide before you read on.

        """
}
