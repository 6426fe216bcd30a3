/// All that a lesson's program is linked from apart from the lesson's own, as one dynamic library.
struct LibraryBelow {
    let path: String
    /// What it holds of the toolchain, in words for the linker such as `-lFoundation`.
    let held: [String]
    let archives: RuntimeArchives?

    /// How a program is linked that finds all this below it.
    func findable(by program: LinkJobs) -> LinkJobs {
        guard let archives, !held.isEmpty else { return program }
        return program.with(link: archives.link(program.link, below: held))
    }
}
