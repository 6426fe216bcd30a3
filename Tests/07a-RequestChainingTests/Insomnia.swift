import Foundation
import TestSupport
import Tokens

/// Sends the requests of a collection as Insomnia does, with a clock that stands still unless a test moves it.
///
/// Before each request all variables are worked out, used or not; one that cannot be is left as it stands, and fails
/// where it is used. A tag may send another request first, but none twice in one chain.
struct Insomnia {
    private let collection: Collection
    private let api: ServerLesson
    /// The variables of the environment.
    var environment: [String: String]
    /// Seconds.
    private var now = 0.0
    /// The names of the requests that were sent, in order.
    private(set) var sent: [String] = []
    /// The last answer to each request, by id, and when it came.
    private var answers: [String: (response: Response, time: Double)] = [:]

    init(_ collection: Collection, _ api: ServerLesson) {
        (self.collection, self.api) = (collection, api)
        environment = collection.environment
        environment["base_url"] = api.base
    }

    mutating func wait(_ seconds: Double) { now += seconds }

    /// Presses Send.
    ///
    /// - Throws: ``TagFailure`` if it cannot be sent; `ClaimFailure` if nobody answers.
    @discardableResult
    mutating func send(_ name: String) async throws -> Response {
        guard let request = collection.requests.first(where: { $0.name == name }) else {
            throw TagFailure.unknownRequest(name)
        }
        return try await send(request, chain: [])
    }

    private mutating func send(_ resource: Resource, chain: [String]) async throws -> Response {
        let variables = await variables(for: resource, chain)
        let url = try await text(resource.url ?? "", variables, chain)
        guard url.hasPrefix(api.base) else { throw TagFailure.unreadable(url) }
        var request = Request(resource.method ?? "GET", String(url.dropFirst(api.base.count)))
        for header in resource.headers ?? [] {
            request = request.header(header.name, try await text(header.value, variables, chain))
        }
        if let body = resource.body?.text {
            request = request.body(try await text(body, variables, chain), type: nil)
        }
        if let token = resource.authentication?.token {
            request = request.bearer(try await text(token, variables, chain))
        }
        let response = try await api.send(request)
        sent.append(resource.name)
        answers[resource.id] = (response, now)
        return response
    }

    /// The environment's variables, with those of the folders around the request before them.
    private mutating func variables(for resource: Resource, _ chain: [String]) async -> [String: String] {
        var variables = environment
        var folders: [Resource] = []
        var folder = collection.resource(resource.parent)
        while let next = folder, next.kind == "request_group" {
            folders.append(next)
            folder = collection.resource(next.parent)
        }
        for folder in folders.reversed() { variables.merge(folder.environment ?? [:]) { $1 } }
        for (name, value) in variables.sorted(by: { $0.key < $1.key }) {
            variables[name] = (try? await text(value, variables, chain)) ?? value
        }
        return variables
    }

    /// A text with the variables and tags in it worked out.
    private mutating func text(
        _ text: String, _ variables: [String: String], _ chain: [String]
    ) async throws -> String {
        var text = text
        while let match = text.firstMatch(of: /\{\{ _\.(\w+) \}\}/) {
            guard let value = variables[String(match.1)] else { throw TagFailure.unknownVariable(String(match.1)) }
            text.replaceSubrange(match.range, with: value)
        }
        while let (tag, range) = try ResponseTag.first(in: text) {
            text.replaceSubrange(range, with: try await value(of: tag, chain))
        }
        return text
    }

    private mutating func value(of tag: ResponseTag, _ chain: [String]) async throws -> String {
        guard let request = collection.resource(tag.request) else { throw TagFailure.unknownRequest(tag.request) }
        let age = answers[tag.request].map { now - $0.time }
        if tag.resends(afterAge: age), !chain.contains(tag.request) {
            _ = try await send(request, chain: chain + [tag.request])
        }
        guard let answer = answers[tag.request]?.response else { throw TagFailure.noResponses }
        guard case .string(let value) = answer.object?[tag.member] else {
            throw TagFailure.noResults(member: tag.member)
        }
        return value
    }
}
