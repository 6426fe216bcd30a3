import AuthService
import Foundation

/// What a lesson's server says when it has started.
struct Banner: Sendable {
    let name: String
    let version: String
    let settings: Settings
    let secret: String
    let commands: [String]

    /// Prints everything, the address in the last line, and waits for no buffer: others wait for that line.
    func show(port: Int) {
        let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        let base = "http://\(host):\(port)"
        var lines = ["\(name): \(version)", "accounts: \(settings.database)", "secret: \(secret)"]
        if !settings.isLoopback {
            lines.append(
                "warning: not only this machine can connect. Bearer tokens need TLS in front: "
                    + "whoever reads one on the way can use it.")
        }
        lines += ["", "Try:"] + commands.map { "  " + $0.replacing("BASE", with: base) } + [""]
        lines.append("listening on \(base)")
        FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}
