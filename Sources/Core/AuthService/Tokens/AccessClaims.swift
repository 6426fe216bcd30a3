package import JWTKit
package import Tokens

/// The claims of an access token: the registered ones (RFC 7519 §4.1), and those that features have added.
package struct AccessClaims: JWTPayload {
    /// Who issued the token.
    package let iss: IssuerClaim
    /// For whom it is meant: the service that must accept it.
    package let aud: AudienceClaim
    /// Whose token it is: the user's id.
    package let sub: SubjectClaim
    /// The token's own id, a UUID.
    package let jti: IDClaim
    /// When it was issued.
    package let iat: IssuedAtClaim
    /// From when on it is good.
    package let nbf: NotBeforeClaim
    /// From when on it is good no more.
    package let exp: ExpirationClaim
    /// Further claims, such as `type` and `fresh`. A registered one among them does not count.
    package let more: JSONObject

    package init(
        iss: IssuerClaim, aud: AudienceClaim, sub: SubjectClaim, jti: IDClaim, iat: IssuedAtClaim,
        nbf: NotBeforeClaim, exp: ExpirationClaim, more: JSONObject
    ) {
        (self.iss, self.aud, self.sub, self.jti) = (iss, aud, sub, jti)
        (self.iat, self.nbf, self.exp, self.more) = (iat, nbf, exp, more)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: ClaimName.self)
        for member in more.members { try container.encode(EncodedJSON(member.value), forKey: ClaimName(member.name)) }
        try container.encode(iss, forKey: ClaimName("iss"))
        try container.encode(aud, forKey: ClaimName("aud"))
        try container.encode(sub, forKey: ClaimName("sub"))
        try container.encode(jti, forKey: ClaimName("jti"))
        try container.encode(iat, forKey: ClaimName("iat"))
        try container.encode(nbf, forKey: ClaimName("nbf"))
        try container.encode(exp, forKey: ClaimName("exp"))
    }

    /// Tokens that arrive are read strictly, by `TokenReader`, and never decoded into this type.
    package init(from decoder: any Decoder) throws {
        throw DecodingError.dataCorrupted(
            .init(codingPath: decoder.codingPath, debugDescription: "Claims are minted, not decoded."))
    }

    package func verify(using algorithm: some JWTAlgorithm) async throws {}
}

/// The name of a claim.
struct ClaimName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}
