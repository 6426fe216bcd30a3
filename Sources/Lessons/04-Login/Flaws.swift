import AuthService
import Foundation
import Hummingbird
import JWTKit
import LessonKit
import Login
import Tokens
import Users

/// The versions that `login` can run.
let versions = Versions<any LoginSteps>(
    yours: Login.StrictLoginSteps(),
    solution: AuthService.StrictLoginSteps(),
    flaws: [
        Flaw(
            "weak-secret", caughtBy: "login.1",
            "Stretches a short secret by repeating it: whoever has one token can guess it offline.", WeakSecret()),
        Flaw(
            "tells-which-part-was-wrong", caughtBy: "login.2",
            "Answers differently when nobody has the name: a list of names can be sorted into accounts and others.",
            TellsWhichPartWasWrong()),
        Flaw(
            "answers-faster-for-strangers", caughtBy: "login.2",
            "Hashes nothing when nobody has the name: the time tells what the answer does not.",
            AnswersFasterForStrangers()),
        Flaw(
            "lives-a-thousand-times-too-long", caughtBy: "login.3",
            "Gives the lifetime in milliseconds where seconds are counted: a token for minutes lives for days.",
            LivesAThousandTimesTooLong()),
        Flaw(
            "lets-the-answer-be-stored", caughtBy: "login.4",
            "Forgets Cache-Control: no-store, so that a cache may keep somebody's token.", LetsTheAnswerBeStored()),
    ])

/// The solution with one step replaced: what a flaw does not write, it gets right.
private protocol AlmostRight: LoginSteps {}

extension AlmostRight {
    var ours: any LoginSteps { AuthService.StrictLoginSteps() }

    func signingSecret(from text: String) throws -> SigningSecret { try ours.signingSecret(from: text) }
    func user(named name: String, password: Password, with parts: ServiceParts) async throws -> User {
        try await ours.user(named: name, password: password, with: parts)
    }
    func accessToken(
        for user: User, claims: JSONObject, at now: Date, with parts: ServiceParts
    ) async throws -> String {
        try await ours.accessToken(for: user, claims: claims, at: now, with: parts)
    }
    func answer(_ accessToken: String, members: JSONObject, with parts: ServiceParts) -> Response {
        ours.answer(accessToken, members: members, with: parts)
    }
}

private struct WeakSecret: AlmostRight {
    func signingSecret(from text: String) throws -> SigningSecret {
        guard var bytes = Data(base64Encoded: text), !bytes.isEmpty else { throw SigningSecret.Unusable.notBase64 }
        while bytes.count < SigningSecret.minimumSize { bytes += bytes }
        return SigningSecret(Array(bytes))
    }
}

private struct TellsWhichPartWasWrong: AlmostRight {
    func user(named name: String, password: Password, with parts: ServiceParts) async throws -> User {
        do {
            return try await ours.user(named: name, password: password, with: parts)
        } catch ServiceError.invalidCredentials {
            let exists = try await parts.users.user(named: name) != nil
            throw exists ? ServiceError.invalidCredentials : ServiceError.notFound
        }
    }
}

private struct AnswersFasterForStrangers: AlmostRight {
    func user(named name: String, password: Password, with parts: ServiceParts) async throws -> User {
        guard try await parts.users.user(named: name) != nil else { throw ServiceError.invalidCredentials }
        return try await ours.user(named: name, password: password, with: parts)
    }
}

private struct LivesAThousandTimesTooLong: AlmostRight {
    func accessToken(
        for user: User, claims: JSONObject, at now: Date, with parts: ServiceParts
    ) async throws -> String {
        let settings = parts.settings
        let claims = AccessClaims(
            iss: .init(value: settings.issuer), aud: .init(value: [settings.audience]), sub: .init(value: user.id.text),
            jti: .init(value: parts.newID().uuidString.lowercased()), iat: .init(value: now), nbf: .init(value: now),
            exp: .init(value: now.addingTimeInterval(Double(settings.accessTokenLifetime) * 1000)), more: claims)
        return try await parts.signer.sign(claims)
    }
}

private struct LetsTheAnswerBeStored: AlmostRight {
    func answer(_ accessToken: String, members: JSONObject, with parts: ServiceParts) -> Response {
        var response = ours.answer(accessToken, members: members, with: parts)
        response.headers[.cacheControl] = nil
        return response
    }
}
