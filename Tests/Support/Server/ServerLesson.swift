import Foundation
package import Processes
import Tokens

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A lesson that is a server: requests are sent to it, and what it answers is held to claims.
package struct ServerLesson: Sendable {
    package let trial: Trial
    /// Such as `http://127.0.0.1:41234`.
    package let base: String
    /// The server that the tests started; nil if somebody else did.
    package let process: RunningProgram?

    init(_ trial: Trial, base: String, process: RunningProgram?) {
        (self.trial, self.base, self.process) = (trial, base, process)
    }

    /// Sends the request and waits for the answer.
    ///
    /// - Throws: ``ClaimFailure`` if there is none within ten seconds: a server answers, whatever arrives.
    package func send(_ request: Request) async throws -> Response {
        if process == nil { return try await sendFar(request) }
        let answer = await onItsOwnThread { [base] in
            try? IdleConnections.exchange(request, with: base, within: .seconds(10))
        }
        guard let answer else { throw silence(after: request, "the connection was closed, or nothing came") }
        return response(to: request, answer.status, answer.headers, answer.body)
    }

    /// Sends the requests so that all of them are under way together, and waits for their answers, in this order.
    ///
    /// The server has all but the last byte of each before any is complete: who is late is late by a system call.
    ///
    /// - Throws: ``ClaimFailure`` if one of them is not answered.
    package func sendAtOnce(_ requests: [Request]) async throws -> [Response] {
        if process == nil {
            return try await withThrowingTaskGroup(of: (Int, Response).self) { group in
                for (index, request) in requests.enumerated() { group.addTask { (index, try await sendFar(request)) } }
                return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
            }
        }
        let answers = await onItsOwnThread { [base] in
            try? IdleConnections.exchangeAtOnce(requests, with: base, within: .seconds(10))
        }
        guard let answers else { throw silence(after: requests[0], "it takes no connections") }
        return try zip(requests, answers).map { request, answer in
            guard let answer else { throw silence(after: request, "the connection was closed, or nothing came") }
            return response(to: request, answer.status, answer.headers, answer.body)
        }
    }

    /// Sends it to a server that somebody else runs, in whatever way one gets there.
    private func sendFar(_ request: Request) async throws -> Response {
        guard let url = URL(string: base + request.path) else { throw CannotStart("\(base + request.path) is no URL.") }
        var message = URLRequest(url: url, timeoutInterval: 10)
        message.httpMethod = request.method
        message.httpBody = request.body.map { Data($0) }
        // What lies between may close a connection that is kept, and not say so.
        message.setValue("close", forHTTPHeaderField: "Connection")
        for header in request.headers { message.addValue(header.value, forHTTPHeaderField: header.name) }
        do {
            let (body, answer) = try await Self.session.data(for: message)
            let fields = (answer as? HTTPURLResponse)?.allHeaderFields ?? [:]
            let headers = fields.map { (name: "\($0.key)", value: "\($0.value)") }
            return response(to: request, (answer as? HTTPURLResponse)?.statusCode ?? 0, headers, Array(body))
        } catch {
            throw silence(after: request, error.localizedDescription)
        }
    }

    private func silence(after request: Request, _ what: String) -> ClaimFailure {
        let ending = process?.waitForEnd(within: .zero).map { ending in
            ["the server has ended: \(ending)", LastWords(log).cause].filter { !$0.isEmpty }.joined(separator: "\n")
        }
        return ClaimFailure(
            "the server answers", transcript: request.curl(to: base), expected: "an answer within ten seconds",
            got: ending ?? what,
            because: "A trap (!, an index out of range, an overflow) ends the process, for everybody.")
    }

    private func response(
        to request: Request, _ status: Int, _ headers: [(name: String, value: String)], _ body: [UInt8]
    ) -> Response {
        let response = Response(
            trial: trial, request: request, base: base, status: status, headers: headers, body: body)
        let borrowed = response.header("Workbook-Borrowed") ?? ""
        for exercise in borrowed.split(separator: ",") { trial.borrowed(exercise.trimmingCharacters(in: .whitespaces)) }
        return response
    }

    private static let session: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.httpMaximumConnectionsPerHost = 128
        return URLSession(configuration: configuration)
    }()
}
