package import JWTKit

/// The claims of a refresh token: the registered ones (RFC 7519 §4.1), its type and its session.
package struct RefreshClaims: JWTPayload {
    /// Who issued the token.
    package let iss: IssuerClaim
    /// For whom it is meant: us again, and nobody else.
    package let aud: AudienceClaim
    /// Whose token it is: the user's id.
    package let sub: SubjectClaim
    /// The token's own id, under which the session knows it.
    package let jti: IDClaim
    /// When it was issued.
    package let iat: IssuedAtClaim
    /// From when on it is good.
    package let nbf: NotBeforeClaim
    /// The end of the session.
    package let exp: ExpirationClaim
    /// What tells it from an access token: "refresh".
    package let type: String
    /// The session.
    package let sid: String

    package init(
        iss: IssuerClaim, aud: AudienceClaim, sub: SubjectClaim, jti: IDClaim, iat: IssuedAtClaim,
        nbf: NotBeforeClaim, exp: ExpirationClaim, type: TokenType, sid: SessionID
    ) {
        (self.iss, self.aud, self.sub, self.jti) = (iss, aud, sub, jti)
        (self.iat, self.nbf, self.exp) = (iat, nbf, exp)
        (self.type, self.sid) = (type.rawValue, sid.text)
    }

    /// Tokens that arrive are read strictly, by `TokenReader`, and never decoded into this type.
    package init(from decoder: any Decoder) throws {
        throw DecodingError.dataCorrupted(
            .init(codingPath: decoder.codingPath, debugDescription: "Claims are minted, not decoded."))
    }

    package func verify(using algorithm: some JWTAlgorithm) async throws {}
}
