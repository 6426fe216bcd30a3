import TestSupport
import Tokens

/// Tokens that are broken or respelled: nobody needs a secret to write one.
extension IssuedToken {
    /// Too few parts, too many, empty ones.
    var broken: [HostileToken] {
        let (header, claims, signature) = parts
        let texts = [
            header, "\(header).\(claims)", "\(text).", "\(text).\(signature)", ".\(text)", "..", ".", "....",
            "\(header)..\(signature)", ".\(claims).\(signature)", "..\(signature)", "\(header).\(claims).AA.BB.CC",
            "null", "{}", "\(header) .\(claims).\(signature)", "\(text), \(text)", "\"\(text)\"", "Bearer \(text)",
            text.replacing(".", with: "%2E"), String(repeating: ".", count: 7_000),
            String(repeating: "A", count: 9_000), "\(text)\u{200B}", "é.é.é",
        ]
        return texts.map { HostileToken("the form \($0.prefix(60))", $0) }
    }

    /// The same bytes in other characters: a library that shrugs at these takes them for the same token.
    var respelled: [HostileToken] {
        let (header, claims, signature) = parts
        var rows = [
            HostileToken("padding behind the signature", "\(text)="),
            HostileToken("twice that padding", "\(text)=="),
            HostileToken("padding behind the header", "\(header)=.\(claims).\(signature)"),
            HostileToken("padding behind the claims", "\(header).\(claims)=.\(signature)"),
            HostileToken("spare bits in the last character", "\(header).\(claims).\(Self.withSpareBits(signature))"),
        ]
        // Among a few hundred signatures there are some with each of the two characters.
        for (character, other) in [("-", "+"), ("_", "/")] {
            let candidates = (0..<400).lazy.map { with("n", .integer($0)) }
            guard let token = candidates.first(where: { $0.split(separator: ".").last?.contains(character) == true })
            else { continue }
            rows.append(HostileToken("\(other) for \(character)", token.replacing(character, with: other)))
        }
        return rows
    }

    /// Rightly signed, since whoever can sign may still be careless; what is signed is no token.
    var unreadable: [HostileToken] {
        let claims = claims.json.dropFirst()
        let (good, header) = (Array(self.claims.json.utf8), Array(self.header.json.utf8))
        let deep = String(repeating: "[", count: 2_000) + String(repeating: "]", count: 2_000)
        let texts = [
            "", "[]", "null", "\"ana\"", "7", "{", "{}x", "{\"sub\":}", "{'sub':1}", "{\"sub\" 1}", "{,}",
            "{\"exp\":01}", "{\"exp\":1e999}", "{\"a\":\"\\ud800\"}", "\u{FEFF}{\(claims)",
            "{\"sub\":\"somebody else\",\(claims)", "{\"a\":1,\"a\":1,\(claims)", "{\"x\":\(deep),\(claims)",
            "{\"x\":\"\(String(repeating: "x", count: 7_000))\",\(claims)",
        ]
        return texts.map { HostileToken("the claims \($0.prefix(40))", signed(claims: $0)) } + [
            HostileToken("claims that are no UTF-8", signed(header: header, claims: [0x7B, 0xFF, 0x7D])),
            HostileToken("a zero byte behind the claims", signed(header: header, claims: good + [0])),
            HostileToken("a header that is a list", signed(header: "[]")),
            HostileToken("an empty header", signed(header: "")),
            HostileToken(
                "two algorithms", signed(header: #"{"alg":"none","alg":"HS256","typ":"JWT"}"#)),
            HostileToken(
                "two algorithms, the other way", signed(header: #"{"alg":"HS256","alg":"none","typ":"JWT"}"#)),
        ]
    }

    /// Another last character with the same meaning: six bits, of which four count.
    private static func withSpareBits(_ signature: String) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        guard let last = signature.last, let index = alphabet.firstIndex(of: last) else { return signature }
        return signature.dropLast() + String(alphabet[index ^ 1])
    }
}
