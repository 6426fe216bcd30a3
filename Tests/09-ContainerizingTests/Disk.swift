#if os(Linux)
    import Foundation
    import Processes
    import TestSupport

    /// A disk for one server, which can be full: the kernel then refuses to let any of its files grow.
    struct Disk {
        let database: DatabaseFile

        init() throws { database = try DatabaseFile() }

        func fill(for server: ServerLesson) throws { try limit(files: "4096", of: server) }

        /// As much room as there may be: whoever started us can have set a limit too.
        func empty(for server: ServerLesson) throws {
            try limit(files: "$(prlimit --pid $0 --fsize --output HARD --noheadings --raw)", of: server)
        }

        /// - Parameter bytes: how large a file may become, to a shell that knows the process as `$0`; the hard limit stays
        ///   as high as it is.
        private func limit(files bytes: String, of server: ServerLesson) throws {
            guard let process = server.process?.processIdentifier else { return }
            let words = ["-c", "prlimit --pid $0 --fsize=\(bytes):", "\(process)"]
            let ended = try Program("sh", words).capture(timeout: .seconds(5))
            guard ended.ending.status == 0 else { throw CannotStart("prlimit: \(ended.errors)") }
        }
    }
#endif
