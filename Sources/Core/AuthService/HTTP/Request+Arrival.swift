import Hummingbird
import NIOCore

extension Request {
    /// The same request once its body is here, so that nothing more has to be waited for.
    ///
    /// Of a body that is too large no more is taken than shows that it is: whoever reads it refuses it, in its turn.
    ///
    /// - Throws: what keeps the body from arriving.
    func arrived() async throws -> Request {
        guard headers[.transferEncoding] != nil || declaredLength > 0 else { return self }
        guard declaredLength <= ServiceContext.largestBody else { return self }
        var bytes = ByteBuffer()
        for try await part in body {
            bytes.writeImmutableBuffer(part)
            if bytes.readableBytes > ServiceContext.largestBody { break }
        }
        var whole = self
        whole.body = .init(buffer: bytes)
        return whole
    }

    /// The bytes that the body has by what its header says; 0 if that says nothing.
    private var declaredLength: Int { headers[.contentLength].flatMap { Int($0) } ?? 0 }
}
