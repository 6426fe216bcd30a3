package import Hummingbird
package import Logging
package import ServiceLifecycle

/// What a service owes to whoever runs it, each a decision of its own.
///
/// ``StrictOperationsSteps`` takes them rightly. A program that is run by others asks for the first one when it starts,
/// ``OperationsFeature`` for the second, ``ServiceApplication`` for the third.
package protocol OperationsSteps: Sendable {
    /// The settings of a service in a container, where nothing but the environment tells it anything.
    ///
    /// - Throws: ``SettingsError`` that names the variable; then the service does not start.
    func settings(from environment: [String: String]) throws -> Settings

    /// Tells how the service is: `GET /healthz` and `GET /readyz`.
    ///
    /// - Parameter proof: finds out whether the database can be written and read.
    /// - Throws: ``Refused`` with ``ServiceError/unavailable(retryAfter:)`` if it cannot serve.
    func answer(to question: HealthQuestion, asking proof: DatabaseProof) async throws -> Response

    /// Serves until SIGTERM or SIGINT arrives; then accepts nothing more, answers what was begun, closes the database
    /// and returns, before whoever sent the signal loses patience.
    ///
    /// - Parameter server: answers requests; when it is to stop gracefully, it finishes those that have begun.
    /// - Throws: what keeps it from listening.
    func run(_ server: any Service, with parts: ServiceParts, logger: Logger) async throws
}

/// What whoever runs the service wants to know of it.
package enum HealthQuestion: Sendable {
    /// `/healthz`: does the process live? If not, it is started anew.
    case isAlive
    /// `/readyz`: can it serve? If not, requests go elsewhere until it can.
    case isReady
}
