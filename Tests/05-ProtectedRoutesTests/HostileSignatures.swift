import TestSupport
import Tokens

/// Tokens that somebody else has signed, or nobody, and tokens whose header wants to be believed.
extension IssuedToken {
    /// `none` in its spellings, with and without a signature.
    var unsigned: [HostileToken] {
        ["none", "None", "NONE", "nOnE", ""].flatMap { name in
            let header = Base64URL.encode(Array(#"{"alg":"\#(name)","typ":"JWT"}"#.utf8))
            return [
                HostileToken("the algorithm “\(name)” and no signature", "\(header).\(parts.claims)."),
                HostileToken("the algorithm “\(name)” and two parts", "\(header).\(parts.claims)"),
                HostileToken(
                    "the algorithm “\(name)” and the old signature", "\(header).\(parts.claims).\(parts.signature)"),
            ]
        }
    }

    /// The right code under a name that is not that of the key's algorithm.
    var mislabelled: [HostileToken] {
        let names: [JSONValue?] = [
            nil, .null, .string("none"), .string("hs256"), .string("HS256 "), .string("HS384"), .string("HS512"),
            .string("RS256"), .string("ES256"), .integer(256), .boolean(true), .array([.string("HS256")]),
        ]
        let types: [JSONValue?] = [nil, .null, .string("at+jwt"), .string(""), .integer(1), .array([.string("JWT")])]
        return names.map { name in
            HostileToken("the right code under alg \(name?.json ?? "(none)")", withHeader({ $0["alg"] = name }))
        }
            + types.map { type in
                HostileToken("typ \(type?.json ?? "(none)")", withHeader({ $0["typ"] = type }))
            }
    }

    /// Headers that tell the server what to do.
    func bossy() throws -> [HostileToken] {
        let own = Array("a key that the attacker brings along".utf8)
        let key = try HS256Key(own)
        // HMAC pads a short key with zeros: an empty file, such as /dev/null, is the same key as these.
        let empty = try HS256Key([UInt8](repeating: 0, count: 32))
        let claims = Array(claims.json.utf8)
        func signed(_ members: String, with key: HS256Key) -> String {
            self.signed(header: Array(#"{"alg":"HS256","typ":"JWT",\#(members)}"#.utf8), claims: claims, with: key)
        }
        let kids: [JSONValue] = [
            .string("../../../../dev/null"), .string("' OR 1=1 --"), .string("x' UNION SELECT 'key"), .string(""),
            .string("\u{0}"), .integer(0), .null, .array([]), .string(String(repeating: "k", count: 2_000)),
        ]
        let crits: [JSONValue] = [
            .array([.string("exp")]), .array([]), .array([.string("b64")]), .null, .string("exp"),
        ]
        let jwk = #""jwk":{"kty":"oct","alg":"HS256","k":"\#(Base64URL.encode(own))"}"#
        return [
            HostileToken("its own key in jwk", signed(jwk, with: key)),
            HostileToken("its own key at a jku", signed(#""jku":"https://attacker.example/keys""#, with: key)),
            HostileToken("a certificate in x5c", signed(#""x5c":["AAAA"]"#, with: key)),
            HostileToken("kid /dev/null and the key of an empty file", signed(#""kid":"/dev/null""#, with: empty)),
        ]
            + kids.map { kid in
                HostileToken("kid \(kid.json.prefix(40)), rightly signed", withHeader({ $0["kid"] = kid }))
            }
            + crits.map { crit in
                HostileToken("crit \(crit.json)", withHeader({ ($0["crit"], $0["b64"]) = (crit, .boolean(false)) }))
            }
    }

    /// Signatures that do not belong here, and parts in which one bit was turned.
    func forged(_ another: IssuedToken) throws -> [HostileToken] {
        let (header, claims, signature) = parts
        let input = "\(header).\(claims)"
        let bytes = try Base64URL.decodeForgivingly(signature)
        let stranger = try HS256Key(Array("another secret, which is also long enough".utf8))
        let text = try HS256Key(Array(Secrets.base64.utf8))
        let zeros = [UInt8](repeating: 0, count: 32)
        let signatures: [(String, [UInt8])] = [
            ("an empty signature", []), ("half a signature", Array(bytes.prefix(16))),
            ("all but a byte of the signature", Array(bytes.dropLast())),
            ("a byte too many in the signature", bytes + [0]), ("the signature twice", bytes + bytes),
            ("a signature of zeros", zeros),
            ("a stranger's signature", stranger.authenticationCode(for: input)),
            ("a signature by the text of the secret", text.authenticationCode(for: input)),
        ]
        let flips = try [header, claims, signature].enumerated().flatMap { part, text in
            let bytes = try Base64URL.decodeForgivingly(text)
            return [0, bytes.count / 2, bytes.count - 1].map { index in
                var (all, flipped) = ([header, claims, signature], bytes)
                flipped[index] ^= 1
                all[part] = Base64URL.encode(flipped)
                return HostileToken("a bit turned in byte \(index) of part \(part + 1)", all.joined(separator: "."))
            }
        }
        return signatures.map { HostileToken($0, "\(input).\(Base64URL.encode($1))") } + flips + [
            HostileToken("another token's signature", "\(input).\(another.parts.signature)"),
            HostileToken("another user's claims", "\(header).\(another.parts.claims).\(signature)"),
            HostileToken("the signature of its claims alone", "\(input).\(self.signature(over: claims))"),
        ]
    }
}
