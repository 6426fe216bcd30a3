import AuthService
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import JWTKit
import Logging
import Tokens
import Users

/// A service with a database in a folder of its own, one user, and one session that lives.
struct MeasuredService: Sendable {
    let features: [any Feature] = [LoginFeature(), MyInfoFeature(), LogoutFeature()]
    let parts: ServiceParts
    let token: String
    private let user: User
    private let session: SessionID
    private let folder: URL

    /// - Parameter count: how many sessions that are over stand in the file besides.
    init(over count: Int = 0) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let options = Settings.Options(port: 0, database: folder.appending(path: "sessions.sqlite").path)
        let settings = try Settings(options: options, environment: ["LOG_LEVEL": "critical"], defaultDatabase: "")
        var random = SystemRandomNumberGenerator()
        let secret = SigningSecret((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        parts = try await ServiceParts(settings, keys: SigningKeys(secret), features: features)

        user = User(
            NewUser(id: UserID(), username: "ana", password: Password("")), passwordHash: parts.hashing.ofNobody)
        try await parts.users.insert(user)
        let claims = JSONObject([.init("type", .string("access")), .init("fresh", .boolean(true))])
        var grant = Grant(user: user, issuedAt: Date(), claims: claims)
        for addition in parts.additions.claims {
            grant.claims.merge(try await addition.claims(for: grant, with: parts))
        }
        token = try await parts.steps.login.accessToken(
            for: user, claims: grant.claims, at: grant.issuedAt, with: parts)
        session = try parts.steps.guarding.claims(of: token, with: parts).session
        try await fill(count)
    }

    private func fill(_ count: Int) async throws {
        guard count > 0 else { return }
        let sql = """
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT ?)
            INSERT INTO session (id, user_id, ends_at) SELECT lower(hex(randomblob(16))), ?, n % 1000000 FROM number
            """
        try await parts.database.write { [user] in try $0.execute(sql: sql, arguments: [count, user.id]) }
    }

    func remove() {
        parts.database.close()
        try? FileManager.default.removeItem(at: folder)
    }

    func proveToken() async throws { _ = try parts.steps.guarding.claims(of: token, with: parts) }

    func loadUser() async throws { _ = try await parts.users.user(user.id) }

    func loadUserAndAskForSession() async throws {
        let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/my-info")
        let request = Request(head: head, body: .init(buffer: ByteBuffer()))
        try await parts.database.read { [parts, user, session] database in
            _ = try parts.users.user(user.id, in: database)
            try parts.steps.logout.requireLiving(session, for: request, in: database, with: parts)
        }
    }

    /// What a server does whose clients bring a random id, and no token: one question for the session and its user.
    func findByRandomID() async throws {
        let sql = """
            SELECT user.* FROM session JOIN user ON user.id = session.user_id
            WHERE session.id = ? AND session.ends_at > ?
            """
        let now = parts.seconds
        _ = try await parts.database.read { [session] in
            try User.fetchOne($0, sql: sql, arguments: [session, now])
        }
    }
}
