import NIOCore
import NIOHTTP1
import NIOPosix

/// A client of one server, with a connection that it keeps open.
package final class LocalClient {
    private var answers: NIOAsyncChannelInboundStream<HTTPClientResponsePart>.AsyncIterator
    private let requests: NIOAsyncChannelOutboundWriter<HTTPClientRequestPart>

    private init(
        _ answers: NIOAsyncChannelInboundStream<HTTPClientResponsePart>,
        _ requests: NIOAsyncChannelOutboundWriter<HTTPClientRequestPart>
    ) {
        (self.answers, self.requests) = (answers.makeAsyncIterator(), requests)
    }

    /// Connects, and closes the connection at the end.
    ///
    /// - Throws: if nobody takes the connection within two seconds, and what the work throws.
    package static func connect<Result>(
        to host: String, _ port: Int, _ work: (LocalClient) async throws -> Result
    ) async throws -> Result {
        let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(.seconds(2))
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await connection.executeThenClose { try await work(LocalClient($0, $1)) }
    }

    /// The status of the answer to a GET; nil if the connection ends before.
    package func get(_ path: String, token: String? = nil) async throws -> Int? {
        var headers: HTTPHeaders = ["Host": "localhost"]
        if let token { headers.add(name: "Authorization", value: "Bearer \(token)") }
        try await requests.write(.head(HTTPRequestHead(version: .http1_1, method: .GET, uri: path, headers: headers)))
        try await requests.write(.end(nil))
        var status: Int?
        while let part = try await answers.next() {
            switch part {
            case .head(let head): status = Int(head.status.code)
            case .body: break
            case .end: return status
            }
        }
        return nil
    }
}
