/// What clients do, one request at a time.
struct Client: Sendable {
    static let password = "a walk along the river at dusk"

    let port: Int

    /// Tells whether the server has a route.
    func has(_ path: String, _ method: String = "GET") throws -> Bool {
        let message = method == "GET" ? Message.get(path) : Message.post(path)
        return try Connection(port: port).exchange(message).status != 404
    }

    /// Makes accounts, each with a name of its own.
    func register(_ names: [String]) throws {
        let connection = try Connection(port: port)
        for name in names {
            let body = Message.credentials(name, Self.password)
            try expect(201, connection.exchange(Message.post("/register", body)))
        }
    }

    /// Repeats one request that must be answered with this status.
    func repeating(_ message: [UInt8], _ status: Int = 200) -> Load.SameStep {
        { try expect(status, $0.exchange(message)) }
    }

    /// Logs in again and again.
    func loggingIn(_ name: String, _ password: String = Self.password, _ status: Int = 200) -> Load.SameStep {
        repeating(Message.post("/login", Message.credentials(name, password)), status)
    }

    /// Logs in once.
    func tokens(_ name: String, over connection: Connection) throws -> Answer {
        let answer = try connection.exchange(Message.post("/login", Message.credentials(name, Self.password)))
        try expect(200, answer)
        return answer
    }

    /// Logs in once and then uses each refresh token to get the next.
    func refreshing(_ name: String, over connection: Connection) throws -> Load.Step {
        var token = try tokens(name, over: connection).text("refresh_token")
        return { connection in
            let answer = try connection.exchange(Message.post("/refresh", token: token))
            try expect(200, answer)
            token = try answer.text("refresh_token")
        }
    }
}

/// Holds an answer to a status.
private func expect(_ status: Int, _ answer: Answer) throws {
    guard answer.status == status else {
        throw Trouble(
            "an answer \(answer.status) instead of \(status): \(String(decoding: answer.body, as: UTF8.self))")
    }
}
