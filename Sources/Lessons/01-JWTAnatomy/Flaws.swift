import JWTAnatomy
import LessonKit
import Tokens

/// The versions that `jwt-anatomy` can run.
let versions = Versions<any TokenSteps>(
    yours: JWTAnatomy.HS256TokenSteps(),
    solution: Tokens.HS256TokenSteps(),
    flaws: [
        Flaw(
            "decodes-without-verifying", caughtBy: "jwt-anatomy.3",
            "Takes whatever it can decode for true and never looks at the signature.", DecodesWithoutVerifying()),
        Flaw(
            "believes-the-alg-header", caughtBy: "jwt-anatomy.3",
            "Lets the token choose how it is verified, so that alg none needs no signature.", BelievesTheAlgHeader()),
        Flaw(
            "never-expires", caughtBy: "jwt-anatomy.4",
            "Does not look at exp: a token that leaked once is good for ever.", NeverExpires()),
        Flaw(
            "accepts-respellings", caughtBy: "jwt-anatomy.5",
            "Accepts several texts for one token, so that a list of refused texts can be walked around.",
            AcceptsRespellings()),
    ])

/// The solution with one step replaced: what a flaw does not write, it gets right.
private protocol AlmostRight: TokenSteps {}

extension AlmostRight {
    private var ours: any TokenSteps { Tokens.HS256TokenSteps() }

    func header(of parts: TokenParts) throws -> JSONObject { try ours.header(of: parts) }
    func claims(of parts: TokenParts) throws -> JSONObject { try ours.claims(of: parts) }
    func isCanonical(_ part: String) -> Bool { ours.isCanonical(part) }
    func signingInput(header: JSONObject, claims: JSONObject) -> String {
        ours.signingInput(header: header, claims: claims)
    }
    func sign(_ signingInput: String, with key: HS256Key) -> String { ours.sign(signingInput, with: key) }
    func verify(_ token: UnverifiedToken, with key: HS256Key) throws { try ours.verify(token, with: key) }
    func judge(_ claims: JSONObject, at now: Int, leeway: Int) throws {
        try ours.judge(claims, at: now, leeway: leeway)
    }
}

private struct DecodesWithoutVerifying: AlmostRight {
    func verify(_ token: UnverifiedToken, with key: HS256Key) throws {}
}

private struct BelievesTheAlgHeader: AlmostRight {
    func verify(_ token: UnverifiedToken, with key: HS256Key) throws {
        if token.header["alg"] == .string("none") { return }
        try Tokens.HS256TokenSteps().verify(token, with: key)
    }
}

private struct NeverExpires: AlmostRight {
    func judge(_ claims: JSONObject, at now: Int, leeway: Int) throws {}
}

private struct AcceptsRespellings: AlmostRight {
    func isCanonical(_ part: String) -> Bool { (try? Base64URL.decodeForgivingly(part)) != nil }
}
