import TestSupport

/// Holds a server that was started again to what a client was told before.
struct JournalCheck {
    private let connection: OpenConnection

    init(at base: String) throws {
        connection = try OpenConnection(to: base)
    }

    /// - Throws: ``ClaimFailure`` for the first promise that was broken.
    func check(_ journal: Journal) throws {
        for username in journal.registered {
            let login = try connection.ask(.login(username))
            try login.require(
                login.status == 200, "who was told 201 logs in after the crash", expected: "200",
                because: "201 is a promise.")
        }
        for (number, session) in journal.sessions.enumerated() {
            if session.isLoggedOut {
                try checkEnded(session)
            } else if number.isMultiple(of: 2), let spent = session.spent.last {
                try checkSpent(spent, session)
            } else {
                try checkLiving(session)
            }
        }
    }

    /// No token of a session whose logout was answered is good.
    func checkEnded(_ session: Journal.Session) throws {
        let tokens = [session.refresh] + session.spent
        for answer in try [connection.ask(.myInfo(session.access))] + tokens.map({ try connection.ask(.refresh($0)) }) {
            try answer.require(
                answer.isRevoked, "a logout that was answered is not undone by a crash", expected: "401 token_revoked",
                because: "Who logged out on a stranger's machine has gone home.")
        }
    }

    /// A token whose refresh was answered is spent for good: it is no excuse that the server has started anew.
    private func checkSpent(_ spent: String, _ session: Journal.Session) throws {
        for token in [spent, session.refresh] {
            let answer = try connection.ask(.refresh(token))
            try answer.require(
                answer.isRevoked, "a token that was spent before the crash is spent after it, and ends the session",
                expected: "401 token_revoked", because: "A thief would only have to wait for a restart.")
        }
    }

    /// A session that nobody has ended lives, unless the crash came while that was under way; and each of its refresh
    /// tokens has one living child at the most.
    private func checkLiving(_ session: Journal.Session) throws {
        let access = try connection.ask(.myInfo(session.access))
        let child = try connection.ask(.refresh(session.refresh))
        let isGood = child.status == 200
        switch session.underWay {
        case nil:
            try child.require(
                access.status == 200 && isGood, "a refresh that was answered is kept", expected: "200 for both tokens",
                because: "Its user would be thrown out for nothing.")
        case .refresh:
            try child.require(
                access.status == 200 && (isGood || child.isRevoked), "a refresh that was cut off is done or is not",
                expected: "a token that is good, or is spent", because: "There is nothing in between.")
        case .logout:
            try child.require(
                isGood ? access.status == 200 : access.isRevoked && child.isRevoked,
                "a logout that was cut off is done or is not", expected: "two tokens that are good, or none",
                because: "Half a logout is none: the other half opens the door.")
        }
        if isGood {
            let info = try connection.ask(.myInfo(child.text("access_token")))
            try info.require(info.status == 200, "the child is good", expected: "200", because: "It was just minted.")
        }
        for token in [session.refresh] + session.spent {
            let again = try connection.ask(.refresh(token))
            try again.require(
                again.isRevoked, "a spent token has no second child", expected: "401 token_revoked",
                because: "One token, one child: else a copy is as good as the original.")
        }
        let after = try connection.ask(isGood ? .refresh(child.text("refresh_token")) : .myInfo(session.access))
        try after.require(
            after.isRevoked, "and its return has ended the session",
            expected: "401 token_revoked", because: "A crash must not make a server forget what it has seen.")
    }
}
