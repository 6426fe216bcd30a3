import GRDB
import Hummingbird
import Logging
import Users

/// `POST /register`: anybody can make an account.
package struct RegisterFeature: Feature {
    package init() {}

    package func routes(with parts: ServiceParts) -> [Route] {
        [Route(.post, "/register") { try await register($0, $1, parts) }]
    }

    private func register(_ request: Request, _ context: ServiceContext, _ parts: ServiceParts) async throws -> Response
    {
        // region register
        let steps = parts.steps.register
        let body = try await request.jsonObject()
        let new = try steps.newUser(from: body, id: UserID(parts.newID()), with: parts)
        do {
            let response = try await steps.create(new, with: parts)
            context.logger.info("Registered", metadata: ["user": "\(new.id)"])
            return response
        } catch let error as DatabaseError {
            throw Refused(steps.refusal(of: error), cause: error)
        }
        // endregion register
    }
}
