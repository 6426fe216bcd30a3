import Hummingbird
import NIOCore
import Tokens
import Users

extension ServiceError {
    /// What any error counts as. Nothing of an error that we do not know reaches a client.
    package init(_ error: any Error) {
        self =
            switch error {
            case let error as ServiceError: error
            case let error as Refused: error.refusal
            case let error as AccountError: .account(error)
            case is LastAdmin: .lastAdmin
            case is JSONError: .invalidRequest(.notJSON)
            case is NIOTooManyBytesError: .contentTooLarge
            case let error as any HTTPResponseError: ServiceError(error.status)
            default: .internal
            }
    }

    /// What the framework's own refusals are here.
    private init(_ status: HTTPResponse.Status) {
        self =
            switch status {
            case .notFound: .notFound
            case .contentTooLarge: .contentTooLarge
            case .unsupportedMediaType: .unsupportedMediaType
            case _ where status.kind == .clientError: .invalidRequest(.other)
            default: .internal
            }
    }
}
