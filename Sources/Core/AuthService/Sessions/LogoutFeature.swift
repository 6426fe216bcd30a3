package import GRDB
import Hummingbird
import Logging

/// `POST /logout`, and what it needs: each login begins a session, and a token is good as long as its session lives.
package struct LogoutFeature: Feature {
    package init() {}

    package var additions: Additions {
        var additions = Additions()
        additions.claims = [SessionClaim()]
        additions.checks = [SessionCheck()]
        return additions
    }

    package func migrate(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("session", migrate: SessionStore.createTable)
    }

    package func routes(with parts: ServiceParts) -> [Route] {
        // region log-out
        // Whichever token is at hand may end the session that it belongs to.
        [
            Route(guarded: .post, "/logout", accepting: [.access, .refresh], with: parts) { request, caller in
                let session = try caller.claims.session
                let answer = try await parts.steps.logout.logOut(session, asked: request, with: parts)
                caller.logger.info("Logged out", metadata: ["session": "\(session)"])
                return answer
            }
        ]
        // endregion log-out
    }
}
