package import AuthService
import HTTPTypes
package import Hummingbird
import LessonKit

/// Says in the header `Workbook-Borrowed` of an answer which pieces of it were ours instead of the learner's.
package struct BorrowedHeader: RouterMiddleware {
    package typealias Context = ServiceContext

    package init() {}

    package func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let recorder = BorrowingRecorder()
        var response = try await Borrowing.$recorder.withValue(recorder) { try await next(request, context) }
        let exercises = recorder.exercises
        if !exercises.isEmpty, let name = HTTPField.Name("Workbook-Borrowed") {
            response.headers[name] = exercises.joined(separator: ", ")
        }
        return response
    }
}
