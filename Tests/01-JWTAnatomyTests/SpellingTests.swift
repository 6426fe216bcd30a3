import TestSupport
import Testing
import Tokens

@Suite struct SpellingTests {
    @Test("Base64url that can be written in another way is refused", .exercise("jwt-anatomy.5"))
    func decodesOneSpellingOnly() async throws {
        try await judgeAnatomy { jwt in
            let good = [("", ""), ("YQ", "a"), ("Pj4-Pz8_", ">>>???")].map { text, decoded in
                Expectation.answered(
                    "\(text.isEmpty ? "the empty text" : text) decodes", text, [.init("text", .string(decoded))],
                    because: "This is how RFC 4648 §5 writes it without padding.")
            }
            let others = ["YQ==", "YQ=", "YWI=", "YR", "YZ", "YWJ", "Pj4+Pz8_", "Pj4-Pz8/", "=", "=="]
            try jwt.expect(
                "decode", [], good + others.map { .refused($0, $0, "not_canonical") },
                "bytes in their one spelling are decoded, in another one refused (\(others.count) of them)",
                because: "It stands for bytes that have another spelling. RFC 7515 §2 allows one, without padding.")
        }
    }

    @Test("A token has one spelling in each of its parts", .exercise("jwt-anatomy.5"))
    func refusesRespelledTokens() async throws {
        try await judgeAnatomy { jwt in
            let token = jwt.forge.token(claims: #"{"sub":"ana","note":">>>???~~"}"#)
            let rows = Respelling.all(of: token).map {
                Expectation.refused("the same token with \($0.change)", $0.token, "not_canonical")
            }
            let issued = Expectation.accepted("the token as it was issued", token, because: "It is canonical.")
            try jwt.expect(
                "verify", jwt.secret, [issued] + rows,
                "the same token written otherwise is refused (\(rows.count) ways)",
                because: "A list of revoked tokens that compares texts is walked around by writing the token otherwise."
            )
        }
    }

    @Test("Of thousands of texts near a good token, none is accepted", .exercise("jwt-anatomy.5"))
    func acceptsNoNeighbour() async throws {
        try await judgeAnatomy { jwt in
            var random = SeededGenerator()
            let token = Array(jwt.forge.token(claims: #"{"sub":"ana","exp":4102444800}"#))
            let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. ~%é")
            let lines = (0..<jwt.neighbours).map { _ in
                var text = token
                let place = Int.random(in: 0..<text.count, using: &random)
                let character = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                switch Int.random(in: 0..<4, using: &random) {
                case 0: text.remove(at: place)
                case 1: text.insert(character, at: place)
                case 2: text.swapAt(place, Int.random(in: 0..<text.count, using: &random))
                default: text[place] = character
                }
                return String(text)
            }.filter { $0 != String(token) }
            let answer = try jwt.verify(lines: lines)
            let accepted = zip(lines, answer.lines).first { $1.contains(#""valid":true"#) }
            try answer.require(
                accepted == nil && answer.lines.count == lines.count,
                "of \(lines.count) texts one slip away from a good token, none is accepted",
                expected: "\(lines.count) refusals with seed \(SeededGenerator.seed), not "
                    + (accepted.map { "acceptance of \($0.0)" } ?? "\(answer.lines.count) lines"),
                because: "The last character of a signature has spare bits: four texts for the same bytes.")
        }
    }
}

/// A text that a forgiving reader takes for the same token.
private struct Respelling {
    let change: String
    let token: String

    static func all(of token: String) -> [Respelling] {
        let parts = token.split(separator: ".").map(String.init)
        return parts.indices.flatMap { index in
            variants(of: parts[index]).map { change, text in
                var changed = parts
                changed[index] = text
                return Respelling(change: "\(change) in part \(index + 1)", token: changed.joined(separator: "."))
            }
        }
    }

    private static func variants(of part: String) -> [(String, String)] {
        var found = [(String, String)]()
        if part.contains("-") { found.append(("+ for -", part.replacing("-", with: "+"))) }
        if part.contains("_") { found.append(("/ for _", part.replacing("_", with: "/"))) }
        if part.count % 4 != 0 {
            found.append(("padding", part + String(repeating: "=", count: 4 - part.count % 4)))
            found.append(("one =", part + "="))
            let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
            if let last = part.last, let digit = alphabet.firstIndex(of: last) {
                found.append(("a spare bit set", part.dropLast() + String(alphabet[digit | 1])))
            }
        }
        return found
    }
}
