import Terminal
import Tokens

/// A token taken apart for a person: the three parts in colour, then what each says and means.
struct Portrait: CustomStringConvertible {
    private let token: UnverifiedToken
    private let text: String
    private let screen = Screen.output

    init(_ token: UnverifiedToken, text: String) {
        (self.token, self.text) = (token, text)
    }

    var description: String {
        (parts + [""] + section("HEADER", "how it is signed", token.header, screen.paint.red)
            + section("CLAIMS", "anyone can read them, and nothing here is proven", token.claims, screen.paint.magenta)
            + [
                heading(
                    "SIGNATURE", "\(token.signature.count) bytes, not checked here: verify does that", screen.paint.cyan
                )
            ])
            .joined(separator: "\n")
    }

    private var parts: [String] {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let paints = [screen.paint.red, screen.paint.magenta, screen.paint.cyan]
        return [zip(parts, paints).map { part, paint in paint(part) }.joined(separator: ".")]
    }

    private func section(
        _ name: String, _ meaning: String, _ object: JSONObject, _ color: (String) -> String
    ) -> [String] {
        let width = object.members.map(\.name.count).max() ?? 0
        return [heading(name, meaning, color)]
            + object.members.flatMap { member -> [String] in
                let name = JSONValue.string(member.name).json.dropFirst().dropLast()
                let gap = String(repeating: " ", count: max(width - member.name.count, 0) + 2)
                let note = Glossary.note(on: member.name, member.value)
                return ["  \(name)\(gap)\(member.value.json)"]
                    + (note.map { [screen.paint.dim("      \($0)".wrapped(to: screen.width))] } ?? [])
            } + [""]
    }

    private func heading(_ name: String, _ meaning: String, _ color: (String) -> String) -> String {
        "\(color(name))  \(meaning)".wrapped(to: screen.width)
    }
}
