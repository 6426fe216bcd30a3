/// What Swift's runtime says of a program that crashes.
package enum Backtrace {
    /// Tells a program to say where it crashed, soon and in few lines: neither what was in the registers, nor a question
    /// what else one would like to see.
    package static let brief = [
        "SWIFT_BACKTRACE": "threads=crashed,registers=none,images=none,interactive=no,symbolicate=fast"
    ]
}
