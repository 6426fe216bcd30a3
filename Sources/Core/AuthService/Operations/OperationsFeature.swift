package import GRDB
import Hummingbird

/// `GET /healthz` and `GET /readyz`: for whoever runs the service, and looks from time to time how it is.
package struct OperationsFeature: Feature {
    package init() {}

    package func migrate(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("readiness", migrate: DatabaseProof.createTable)
    }

    package func routes(with parts: ServiceParts) -> [Route] {
        // region health
        let proof = DatabaseProof(of: parts.database, now: { parts.seconds })
        return [
            Route(.get, "/healthz") { _, _ in try await parts.steps.operations.answer(to: .isAlive, asking: proof) },
            Route(.get, "/readyz") { _, _ in try await parts.steps.operations.answer(to: .isReady, asking: proof) },
        ]
        // endregion health
    }
}
