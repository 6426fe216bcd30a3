import ArgumentParser

struct Workbook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workbook",
        abstract: "Your companion through the JWT workbook.",
        discussion: """
            Without a verb it says where you are and what to type next. A lesson is called by its name or number \
            (jwt-anatomy, 1), an exercise by its lesson and number (jwt-anatomy.2, 1.2).

            Exit status: 0 right, 1 not yet, 64 asked in a way we do not understand, 70 our own fault.
            """,
        subcommands: [
            Start.self, List.self, Check.self, Test.self, Watch.self, Run.self, Read.self, Quiz.self, Hint.self,
            Solution.self, Diff.self, Restore.self, ReportVerb.self, Grade.self, Update.self, Warm.self, Doctor.self,
            Built.self, MeasureServer.self, Author.self,
        ],
        defaultSubcommand: Start.self)
}
