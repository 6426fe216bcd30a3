package import Hummingbird
package import Tokens

extension Response {
    /// An answer in JSON.
    package static func json(
        _ status: HTTPResponse.Status, _ object: JSONObject, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: object.json)))
    }
}
