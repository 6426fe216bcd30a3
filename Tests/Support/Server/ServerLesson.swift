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
        guard let url = URL(string: base + request.path) else { throw CannotStart("\(base + request.path) is no URL.") }
        var message = URLRequest(url: url, timeoutInterval: 10)
        message.httpMethod = request.method
        message.httpBody = request.body.map { Data($0) }
        message.setValue("close", forHTTPHeaderField: "Connection")
        for header in request.headers { message.addValue(header.value, forHTTPHeaderField: header.name) }
        do {
            let (body, answer) = try await Self.session.data(for: message)
            return response(to: request, answer as? HTTPURLResponse, body)
        } catch {
            throw ClaimFailure(
                "the server answers", transcript: request.curl(to: base), expected: "an answer within ten seconds",
                got: process?.waitForEnd(within: .zero).map { ending in
                    ["the server has ended: \(ending)", LastWords(log).cause].filter { !$0.isEmpty }
                        .joined(separator: "\n")
                } ?? error.localizedDescription,
                because: "A trap (!, an index out of range, an overflow) ends the process, for everybody.")
        }
    }

    private func response(to request: Request, _ answer: HTTPURLResponse?, _ body: Data) -> Response {
        let fields = answer?.allHeaderFields ?? [:]
        let headers = fields.map { (name: "\($0.key)", value: "\($0.value)") }
        let response = Response(
            trial: trial, request: request, base: base, status: answer?.statusCode ?? 0, headers: headers,
            body: Array(body))
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
