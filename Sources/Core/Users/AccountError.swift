/// Why an account is not made.
package enum AccountError: Error, Equatable {
    /// The name is against ``UsernameRule``.
    case invalidUsername
    /// The password is against ``PasswordRule``.
    case weakPassword(PasswordWeakness)

    /// A short, stable name of the cause, for programs.
    package var reason: String {
        switch self {
        case .invalidUsername: "invalid_username"
        case .weakPassword: "weak_password"
        }
    }

    /// What to do about it, in one sentence.
    package var sentence: String {
        switch self {
        case .invalidUsername:
            "A user name has 3 to 32 of the characters a-z 0-9 . _ - and begins with a letter or a digit."
        case .weakPassword(.short): "A password has at least 15 characters: a few words of your own are easy to keep."
        case .weakPassword(.long): "A password has at most 128 characters."
        case .weakPassword(.common): "This password is among those that are guessed first: choose words of your own."
        case .weakPassword(.isUsername): "The password must not be the user name."
        }
    }
}
