import Foundation
import Processes

/// Where programs run that nobody answers for.
///
/// On Linux they can be closed in: they see a network of their own with nothing but a loopback, and processes of their
/// own, which all end with the first; they can write to one small folder in memory and to the record of the tests, and
/// to nothing else. What they could talk to through sockets in `/run` and `/tmp` is hidden.
struct Confinement {
    let limits: Limits
    /// Whether they are closed in; otherwise they are limited, and no more.
    let isClosed: Bool
    /// The course around us.
    let root: URL
    /// Where our own files are, below the course.
    let folder: URL

    private var room: URL { folder.appending(path: "room") }

    /// A file for the tests to write to that the programs' world has too.
    var record: URL { folder.appending(path: "record.jsonl") }

    /// What such a program finds around it: nothing of ours that it does not need.
    var environment: [String: String?] {
        let needed = ["PATH", "LANG", "LC_ALL", "HOME", "WORKBOOK_PATIENCE"]
        var environment: [String: String?] = [:]
        for name in ProcessInfo.processInfo.environment.keys where !needed.contains(name) {
            environment[name] = .some(nil)
        }
        environment["TMPDIR"] = room.path
        return environment
    }

    /// The command in its confinement, with an empty folder for what it writes.
    func wrap(_ command: [String]) throws -> [String] {
        let files = FileManager.default
        if files.fileExists(atPath: room.path) { try files.removeItem(at: room) }
        try files.createDirectory(at: room, withIntermediateDirectories: true)
        try Data().write(to: record)
        guard isClosed else { return limits.wrap(command) }
        return [
            "unshare", "--user", "--map-root-user", "--net", "--pid", "--fork", "--kill-child", "--mount",
            "--mount-proc", "--ipc", "--uts", "--", "sh", "-c", Self.closing, "sh", record.path, room.path, root.path,
        ] + limits.wrap(command)
    }

    /// Why programs cannot be closed in here; nil if they can.
    func obstacle() throws -> String? {
        let words = try wrap(["true"])
        let attempt = Program(words[0], Array(words.dropFirst()), environment: environment)
        do {
            let result = try attempt.capture(timeout: .seconds(30))
            if result.isSuccess { return nil }
            let reason = result.errors.split(separator: "\n").first.map(String.init)
            return reason ?? "unshare ended with \(result.ending)"
        } catch {
            return error.description
        }
    }

    /// Runs as root of a world of its own: arranges what is seen there, makes it read-only, gives up all that a root may
    /// do, and starts the command.
    private static let closing = #"""
        set -eu
        record=$1 room=$2 root=$3
        shift 3
        ip link set lo up 2>/dev/null || ifconfig lo up
        for place in /tmp /var/tmp /run; do
            [ -d $place ] || continue
            case $root/ in "$(readlink -f $place)"/*) ;; *) mount -t tmpfs -o size=64m tmpfs $place ;; esac
        done
        mount -t tmpfs -o size=512m tmpfs "$room"
        mount --bind "$record" "$record"
        # Devices that hold nothing, and no others.
        mkdir "$room/.dev" "$room/.dev/shm"
        for device in null zero full random urandom; do
            : >"$room/.dev/$device"
            mount --bind /dev/$device "$room/.dev/$device"
        done
        ln -s /proc/self/fd "$room/.dev/fd"
        mount --rbind "$room/.dev" /dev
        mount -t tmpfs -o size=64m tmpfs /dev/shm
        while read -r _ _ _ _ place options _; do
            place=$(printf %b "$place")
            case $place in "$record" | "$room" | "$room"/* | /tmp | /var/tmp | /run | /dev/*) continue ;; esac
            case $options in ro | ro,*) continue ;; esac
            # What lies hidden below another mount cannot be reached, by nobody.
            mount -o "remount,bind,ro${options#rw}" "$place" 2>/dev/null || ! mountpoint -q "$place"
        done </proc/self/mountinfo
        ulimit -u 4096 2>/dev/null || ulimit -p 4096 2>/dev/null || true
        setpriv --no-new-privs --bounding-set=-all --inh-caps=-all -- "$@"
        """#
}
