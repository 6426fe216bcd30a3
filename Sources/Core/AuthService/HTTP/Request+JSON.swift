package import Hummingbird
package import Tokens

extension Request {
    /// The JSON object in the body.
    ///
    /// - Throws: ``ServiceError`` for another media type (415), too many bytes (413), or no such object (400).
    package func jsonObject() async throws -> JSONObject {
        guard isDeclaredAsJSON else { throw ServiceError.unsupportedMediaType }
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > ServiceContext.largestBody {
            throw ServiceError.contentTooLarge
        }
        let buffer = try await body.collect(upTo: ServiceContext.largestBody)
        return try JSONObject(parsing: Array(buffer.readableBytesView))
    }

    private var isDeclaredAsJSON: Bool {
        let type = headers[.contentType]?.prefix { $0 != ";" } ?? ""
        return type.split(whereSeparator: \.isWhitespace).map { $0.lowercased() } == ["application/json"]
    }
}

extension JSONObject {
    /// A member that must be there and must be a string. A person types it, so it may hold anything.
    ///
    /// - Throws: ``ServiceError/invalidRequest(_:)``.
    package func text(_ name: String) throws -> String {
        // region text
        switch self[name] {
        case .string(let text): text
        case nil: throw ServiceError.invalidRequest(.missing(name))
        default: throw ServiceError.invalidRequest(.notText(name))
        }
        // endregion text
    }

    /// A member that must be there and must be true or false: neither a number nor a text will do.
    ///
    /// - Throws: ``ServiceError/invalidRequest(_:)``.
    package func boolean(_ name: String) throws -> Bool {
        switch self[name] {
        case .boolean(let value): value
        case nil: throw ServiceError.invalidRequest(.missing(name))
        default: throw ServiceError.invalidRequest(.notBoolean(name))
        }
    }
}
