import GRDB
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
            case let error as Refused: error.refusal.isOurFault ? ServiceError(error.cause) : error.refusal
            case let error as DatabaseError where error.passes: .unavailable(retryAfter: 5)
            case let error as AccountError: .account(error)
            case is UserChanged: .invalidCredentials
            case is LastAdmin: .lastAdmin
            case is JSONError: .invalidRequest(.notJSON)
            case is NIOTooManyBytesError: .contentTooLarge
            case is CancellationError: .unavailable(retryAfter: 5)
            case let error as any HTTPResponseError: ServiceError(error.status)
            default: .internal
            }
    }

    /// Whether nothing better is known of it. Then the cause may tell.
    private var isOurFault: Bool { if case .internal = self { true } else { false } }

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

extension DatabaseError {
    /// Whether the same request may succeed later: once there is room on the disk, or the disk is back.
    fileprivate var passes: Bool {
        switch resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_BUSY, .SQLITE_LOCKED,
            .SQLITE_NOMEM, .SQLITE_PROTOCOL:
            true
        default: false
        }
    }
}
