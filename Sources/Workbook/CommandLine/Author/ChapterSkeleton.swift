extension LessonSkeleton {
    /// The chapter in its sections; every line that an author has to replace says what belongs there.
    var chapter: String {
        let exercise = "Sources/Lessons/\(number)-\(name)/Exercise/Strict\(name)Steps.swift"
        let core = "Sources/Core/Tokens/\(name)/Strict\(name)Steps.swift"
        return """
            # \(number). \(title)

            \(Self.toWrite)In one line, what the learner will be able to do.

            | | |
            |---|---|
            | Time | 10 minutes |
            | Needs | The lessons before. |
            | Files | exercise `\(exercise)`, solution `\(core)`, tests `Tests/\(number)-\(name)Tests/` |

            ## The problem

            \(Self.toWrite)The situation without this piece: a request that should not have worked.

            ## Predict

            \(Self.toWrite)One question about what will be answered, before the answer is shown.

            ## Run it

            \(Self.toWrite)The finished piece at work.

            ```sh
            ./workbook run \(product) ask --solution who
            ```
            ```text output
            WHO
            ```

            ## How it works

            \(Self.toWrite)The pieces in the order in which the data flows, quoted from the source.

            ```swift source=\(core) region=\(product).1
            question.text.uppercased()
            ```

            ## Break it

            \(Self.toWrite)The mistake exploited by hand, the harm, and the solution that refuses.

            ```sh
            ./workbook run \(product) ask --flaw echoes who
            ```
            ```text output
            who
            ```

            ## Exercises

            ### \(product).1 — Answer in capitals
            *5 minutes · prevents `echoes` · judged by `answersInCapitals`*

            \(Self.toWrite)The goal in behaviour, with the exact question and answer that are tested.

            ## Check yourself

            \(Self.toWrite)Four to six questions under `### Question 1`, with options `- a) …`.

            ## Going further

            \(Self.toWrite)What real systems add.

            ## Hints

            ### \(product).1
            \(hint(1, "A nudge."))
            \(hint(2, "The idea, with the name of what to look up."))
            \(hint(3, "A fragment, explained."))

            ## Why it holds

            ### \(product).1
            <details><summary>Read this once it passes</summary>

            \(Self.toWrite)An after-note, worth reading once it passes.

            </details>

            ## Answers

            ### Predict
            <details><summary>Answer</summary>

            \(Self.toWrite)The answer.

            </details>

            """
    }

    private func hint(_ number: Int, _ task: String) -> String {
        "<details><summary>Hint \(number)</summary>\n\n\(Self.toWrite)\(task)\n\n</details>"
    }
}
