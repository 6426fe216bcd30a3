import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

extension WireChannel {
    /// Seconds between two signs of life. A reader that is gone is noticed when one of them cannot be sent.
    private static let pulse: Duration = .seconds(10)

    /// The events after this one, without end, as server-sent events; it ends when the server stops.
    func stream(after number: Int) -> Response {
        var headers = PageHeaders.all
        headers[.contentType] = "text/event-stream"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                let events = self.listen(after: number)
                // A first line at once: until something arrives, the page does not know that it is heard.
                try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
                try await withThrowingTaskGroup { group in
                    group.addTask {
                        while true {
                            try await Task.sleep(for: Self.pulse)
                            self.beat()
                        }
                    }
                    defer { group.cancelAll() }
                    for await event in events.cancelOnGracefulShutdown() { try await writer.write(event.bytes) }
                }
                try await writer.finish(nil)
            })
    }
}
