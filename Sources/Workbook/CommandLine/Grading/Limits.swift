/// What a program that nobody answers for may use.
struct Limits {
    /// Address space of each process, in MiB.
    let memory: Int
    /// From its start to its end.
    let time: Duration

    /// The command, begun by a shell that sets the limits for it and all that it starts: besides memory, 512 MiB for
    /// each file that is written.
    func wrap(_ command: [String]) -> [String] {
        ["sh", "-c", "ulimit -v \(memory * 1024) && ulimit -f 1048576 && exec \"$@\"", "sh"] + command
    }
}
