/// Swift source with its comments turned to spaces: every other character stays in its line and column.
struct SwiftText {
    let code: String

    var lines: [String] { code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    private enum Within: Equatable {
        case code, lineComment
        case blockComment(depth: Int)
        case string(quotes: Int, pounds: Int)
    }

    init(_ source: String) {
        let text = Array(source)
        var result: [Character] = []
        var within = Within.code
        var index = 0
        func stands(_ words: String, at place: Int) -> Bool { text[min(place, text.count)...].starts(with: words) }
        func take(_ count: Int, hide: Bool = false) {
            for character in text[index..<min(index + count, text.count)] {
                result.append(hide && !character.isNewline ? " " : character)
            }
            index += count
        }

        while index < text.count {
            switch within {
            case .code:
                if stands("//", at: index) {
                    within = .lineComment
                } else if stands("/*", at: index) {
                    within = .blockComment(depth: 1)
                    take(2, hide: true)
                } else if text[index] == "\"" {
                    let quotes = stands("\"\"\"", at: index) ? 3 : 1
                    let pounds = result.reversed().prefix { $0 == "#" }.count
                    within = .string(quotes: quotes, pounds: pounds)
                    take(quotes)
                } else {
                    take(1)
                }
            case .lineComment:
                if text[index].isNewline { within = .code }
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
                let end = String(repeating: "\"", count: quotes) + String(repeating: "#", count: pounds)
                if stands(end, at: index) {
                    within = .code
                    take(end.count)
                } else if quotes == 1, text[index].isNewline {
                    within = .code
                    take(1)
                } else {
                    take(pounds == 0 && text[index] == "\\" ? 2 : 1)
                }
            }
        }
        code = String(result)
    }
}
