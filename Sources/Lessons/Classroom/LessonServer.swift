package import AuthService
import Foundation
import LessonKit
import Logging

/// A lesson that is a server: the service with the features up to the lesson, a banner, and the mark of what was
/// borrowed.
package struct LessonServer: Sendable {
    /// The program, such as `login`.
    package let name: String
    /// What can be tried, line by line; `BASE` stands for the address.
    package let commands: [String]
    /// The features up to this lesson.
    package let features: [any Feature]
    /// Who takes the steps of each feature.
    package let steps: ServiceSteps

    /// - Parameter steps: puts the lesson's piece in the place of ours.
    package init(
        _ name: String, commands: [String], features: [any Feature], steps: (inout ServiceSteps) -> Void
    ) {
        (self.name, self.commands, self.features) = (name, commands, features)
        var chosen = ServiceSteps()
        steps(&chosen)
        self.steps = chosen
    }

    /// Serves until it is told to stop.
    ///
    /// - Parameter ahead: by how many seconds its clock is ahead.
    /// - Throws: `SettingsError` if something is set up wrongly.
    func run(_ options: ServerOptions, ahead: Int) async throws {
        let database = WorkbookState.folder.appending(path: "\(name).sqlite").relativePath
        let settings = try Settings(options: options.settings, defaultDatabase: database)
        if settings.database == database { try createStateFolder() }
        var logger = Logger(label: name) { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = settings.logLevel

        let configured = try ConfiguredSecret(settings, by: steps.login)
        let now: @Sendable () -> Date = { Date() + TimeInterval(ahead) }
        let log = WireLog(now: now)
        let facts = LessonFacts(name: name, version: options.version, commands: commands, features: features)
        let features = features + [PageFeature(facts: facts, log: log)]
        let parts = try await ServiceParts(
            settings, keys: configured.keys, features: features, steps: steps.traced, now: now)
        try await parts.ensureAdmin(logger)

        let banner = Banner(
            name: name, version: options.version, settings: settings, secret: configured.origin, commands: commands)
        let service = ServiceApplication(
            parts, features: features, outermost: [WireRecorder(log: log), BorrowedHeader()])
        try await service.run(logger: logger) { banner.show(port: $0) }
    }

    private func createStateFolder() throws {
        let folder = WorkbookState.folder
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw SettingsError("DATABASE", "is not set, and the folder \(folder.relativePath) cannot be made.")
        }
    }
}
