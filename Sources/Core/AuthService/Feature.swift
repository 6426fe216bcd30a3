package import GRDB

/// A piece of the service that can be left out: its endpoints, its tables, and what it adds to other features.
///
/// A service is a list of features. None names another: what a later one has to say to an earlier one goes through
/// ``Additions``.
package protocol Feature: Sendable {
    /// What it adds to others; nothing unless it says so.
    var additions: Additions { get }
    /// Its tables; none unless it says so.
    func migrate(_ migrator: inout DatabaseMigrator)
    /// Its endpoints.
    func routes(with parts: ServiceParts) -> [Route]
}

extension Feature {
    package var additions: Additions { Additions() }
    package func migrate(_ migrator: inout DatabaseMigrator) {}
}
