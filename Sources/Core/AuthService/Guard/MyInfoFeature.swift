import Hummingbird

/// `GET /my-info`: who somebody is, for themselves.
package struct MyInfoFeature: Feature {
    package init() {}

    package func routes(with parts: ServiceParts) -> [Route] {
        // region my-info
        [
            Route(guarded: .get, "/my-info", with: parts) { _, context in
                parts.steps.guarding.myInfo(of: context.user, with: parts)
            }
        ]
        // endregion my-info
    }
}
