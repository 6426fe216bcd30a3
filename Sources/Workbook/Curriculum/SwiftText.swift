/// Swift source with its comments turned to spaces: every other character stays in its line and column.
struct SwiftText {
    let code: String

    var lines: [String] { code.lines }

    private enum Within: Equatable {
        case code, lineComment
        case blockComment(depth: Int)
        case string(quotes: Int, pounds: Int)

        var isComment: Bool {
            switch self {
            case .code, .string: false
            case .lineComment, .blockComment: true
            }
        }
    }

    init(_ source: String) {
        // All that matters is ASCII, and a byte is read many times faster than a character.
        let text = Array(source.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var within = Within.code
        var index = 0
        func stands(_ words: StaticString, at place: Int, times: Int = 1) -> Bool {
            words.withUTF8Buffer { word in
                place + word.count * times <= text.count
                    && (0..<word.count * times).allSatisfy { text[place + $0] == word[$0 % word.count] }
            }
        }
        func take(_ count: Int, hide: Bool = false) {
            let taken = text[index..<min(index + count, text.count)]
            index += count
            guard hide else { return result.append(contentsOf: taken) }
            for byte in taken {
                if byte == newline {
                    result.append(byte)
                } else if byte & 0b1100_0000 != 0b1000_0000 {
                    result.append(space)
                }
            }
        }

        while index < text.count {
            // Long stretches mean the same all through, and are taken at once.
            let stretch = text[index...].prefix { !isMeaningful[Int($0)] }.count
            if stretch > 0 {
                take(stretch, hide: within.isComment)
                continue
            }
            switch within {
            case .code:
                if stands("//", at: index) {
                    within = .lineComment
                } else if stands("/*", at: index) {
                    within = .blockComment(depth: 1)
                    take(2, hide: true)
                } else if text[index] == quote {
                    let quotes = stands("\"\"\"", at: index) ? 3 : 1
                    let pounds = result.reversed().prefix { $0 == pound }.count
                    within = .string(quotes: quotes, pounds: pounds)
                    take(quotes)
                } else {
                    take(1)
                }
            case .lineComment:
                if text[index] == newline { within = .code }
                take(1, hide: true)
            case .blockComment(let depth):
                if stands("*/", at: index) {
                    within = depth == 1 ? .code : .blockComment(depth: depth - 1)
                    take(2, hide: true)
                } else {
                    let deeper = stands("/*", at: index)
                    if deeper { within = .blockComment(depth: depth + 1) }
                    take(deeper ? 2 : 1, hide: true)
                }
            case .string(let quotes, let pounds):
                if stands("\"", at: index, times: quotes), stands("#", at: index + quotes, times: pounds) {
                    within = .code
                    take(quotes + pounds)
                } else if quotes == 1, text[index] == newline {
                    within = .code
                    take(1)
                } else {
                    take(pounds == 0 && text[index] == backslash ? 2 : 1)
                }
            }
        }
        code = String(decoding: result, as: UTF8.self)
    }
}

/// The bytes that can change what the next ones are, by their number.
private let isMeaningful = (0..<256).map { "/*\"#\\\n".utf8.contains(UInt8($0)) }
private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
private let quote = UInt8(ascii: "\"")
private let pound = UInt8(ascii: "#")
private let backslash = UInt8(ascii: "\\")
