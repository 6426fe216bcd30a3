#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What is typed at standard input.
package enum Keyboard {
    /// What has been read.
    package enum Event: Hashable {
        case key(Character)
        case enter, escape, backspace
        /// Nobody types any more.
        case end
    }

    /// Waits for keys, in milliseconds at most; none if nothing is typed meanwhile.
    package static func events(within milliseconds: Int32) -> [Event] {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&input, 1, milliseconds) > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return [] }
        return count > 0 ? events(in: bytes.prefix(count)) : [.end]
    }

    /// Arrow keys and the like arrive as an escape with more behind it, and mean nothing here.
    static func events(in bytes: some Sequence<UInt8>) -> [Event] {
        var text = String(decoding: Array(bytes), as: UTF8.self)[...]
        var events: [Event] = []
        while let character = text.popFirst() {
            switch character {
            case "\r", "\n", "\r\n": events.append(.enter)
            case "\u{7F}", "\u{8}": events.append(.backspace)
            case "\u{4}": events.append(.end)
            case "\u{1B}":
                guard text.first == "[" || text.first == "O" else {
                    events.append(.escape)
                    continue
                }
                text = text.dropFirst().drop { !$0.isLetter && $0 != "~" }.dropFirst()
            default: events.append(.key(character))
            }
        }
        return events
    }
}
