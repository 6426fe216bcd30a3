import AuthService
import Claims
import Classroom
import Foundation
import Hummingbird
import LessonKit
import Logging
import Login
import Logout
import Pieces
import ProtectedRoutes
import Refresh
import Register
import UserModel

/// The service, put together from the pieces of all lessons.
struct Assembly {
    private let steps: ServiceSteps
    private let isYours: Bool

    /// - Parameters:
    ///   - operations: who takes the steps of this lesson.
    ///   - withYours: whether the learner's pieces of the other lessons take the place of ours.
    init(_ operations: any OperationsSteps, withYours: Bool) {
        var steps = ServiceSteps()
        if withYours {
            steps.accounts = UserModel.StrictAccountSteps()
            steps.register = Register.StrictRegisterSteps()
            steps.login = Login.StrictLoginSteps()
            steps.guarding = ProtectedRoutes.StrictGuardSteps()
            steps.claims = Claims.StrictClaimsSteps()
            steps.logout = Logout.StrictLogoutSteps()
            steps.refresh = Refresh.StrictRefreshSteps()
        }
        steps.operations = operations
        (self.steps, isYours) = (steps, withYours)
    }

    /// Serves until it is told to stop.
    ///
    /// - Throws: `SettingsError` if something is set up wrongly.
    func serve(_ environment: [String: String]) async throws {
        let settings = try steps.operations.settings(from: environment)
        guard let keys = try settings.signingKeys(by: steps.login) else {
            throw SettingsError("JWT_SECRET", "is not set. \(SigningSecret.recipe)")
        }
        var logger = Logger(label: "containerizing") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = settings.logLevel
        let features = AuthServer.features
        let parts = try await ServiceParts(settings, keys: keys, features: features, steps: steps)
        try await parts.ensureAdmin(logger)

        let service = ServiceApplication(
            parts, features: features, outermost: isYours ? [RequestLog(), BorrowedHeader()] : [RequestLog()])
        try await service.run(logger: logger) { port in
            let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
            say("\(whose)\nlistening on http://\(host):\(port)")
        }
    }

    /// Who has written what runs here, as a sentence.
    private var whose: String {
        let pieces = Pieces()
        return isYours
            ? "\(pieces.yours) of \(pieces.count) pieces of this service are yours"
            : "all \(pieces.count) pieces are ours"
    }
}

/// Prints a line and waits for no buffer: others wait for it.
private func say(_ text: String) {
    FileHandle.standardOutput.write(Data("\(text)\n".utf8))
}
