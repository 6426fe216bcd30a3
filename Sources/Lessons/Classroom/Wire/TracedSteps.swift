import AuthService
import Foundation
import GRDB
import Hummingbird
import Tokens
import Users

extension ServiceSteps {
    /// The same steps, which tell the page when they are taken.
    var traced: ServiceSteps {
        var steps = self
        steps.login = TracedLoginSteps(steps: login)
        steps.guarding = TracedGuardSteps(steps: guarding)
        return steps
    }
}

private struct TracedLoginSteps: LoginSteps {
    let steps: any LoginSteps

    func signingSecret(from text: String) throws -> SigningSecret { try steps.signingSecret(from: text) }

    func user(named name: String, password: Password, with parts: ServiceParts) async throws -> User {
        try await WireStep.credentialsChecked.traced {
            try await steps.user(named: name, password: password, with: parts)
        }
    }

    func accessToken(
        for user: User, claims: JSONObject, at now: Date, with parts: ServiceParts
    ) async throws -> String {
        try await WireStep.tokenMinted.traced {
            try await steps.accessToken(for: user, claims: claims, at: now, with: parts)
        }
    }

    func answer(_ accessToken: String, members: JSONObject, with parts: ServiceParts) -> Response {
        steps.answer(accessToken, members: members, with: parts)
    }
}

private struct TracedGuardSteps: GuardSteps {
    let steps: any GuardSteps

    func bearerToken(in request: Request) throws -> String {
        try WireStep.tokenFound.traced { try steps.bearerToken(in: request) }
    }

    func claims(of token: String, with parts: ServiceParts) throws -> TokenClaims {
        try WireStep.tokenVerified.traced { try steps.claims(of: token, with: parts) }
    }

    func user(of claims: TokenClaims, in database: Database, with parts: ServiceParts) throws -> User {
        try WireStep.userLoaded.traced { try steps.user(of: claims, in: database, with: parts) }
    }

    func myInfo(of user: User, with parts: ServiceParts) -> Response { steps.myInfo(of: user, with: parts) }
}
