import TestSupport
import Testing
import Tokens

/// What the lesson gives, whatever the learner writes.
@Suite struct GivenTests {
    @Test("Without a good token everything is 401, whoever it is about")
    func asksForATokenFirst() async throws {
        try await judge(server: product) { api in
            let ana = try await api.newMember()
            let requests = ["GET /user/", "DELETE /user/", "PUT /user/"].flatMap { line in
                [ana.id, "6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11", "1"].map { id in
                    let words = line.split(separator: " ").map(String.init)
                    return Request(words[0], words[1] + id + (words[0] == "PUT" ? "/role" : ""))
                }
            }
            for request in requests {
                let answer = try await api.send(request)
                try answer.expect(
                    "\(request.method) \(request.path) without a token is 401", status: 401,
                    error: "authorization_required", because: "Nobody can be judged before they are known.")
                try answer.require(
                    answer.header("WWW-Authenticate") == #"Bearer realm="jwt-workbook""#, "and says what is wanted",
                    expected: #"WWW-Authenticate: Bearer realm="jwt-workbook""#, because: "RFC 6750 §3.")
                let edited = ana.token.prefix { $0 != "." } + ".eyJpc19hZG1pbiI6dHJ1ZX0.AAAA"
                try await api.send(request.bearer(String(edited))).expect(
                    "with a claim that its holder has written it is 401", status: 401, error: "invalid_token",
                    because: "The server cannot be told a role: it signs what it says.")
            }
        }
    }

    @Test("/my-info says whether somebody is an admin, and registration cannot ask for it")
    func tellsTheRole() async throws {
        try await judge(adminOf: product) { api, admin in
            let root = try await api.enter(admin)
            try await api.myInfo(as: root).expectUser(
                "the admin is one", root.id, admin.username.lowercased(), isAdmin: true, because: "The column says so.")
            let name = Account.unique("mia")
            let members: [JSONObject.Member] = [
                .init("username", .string(name)), .init("password", .string(Account.passphrase)),
                .init("is_admin", .boolean(true)), .init("role", .string("admin")),
            ]
            try await api.send(Request("POST", "/register").json(members)).expect(
                "mia asks for it when she registers", status: 201, because: "Unknown members are ignored.")
            let mia = try await api.enter(name)
            try await api.myInfo(as: mia).expectUser(
                "and is none", mia.id, mia.username, isAdmin: false, because: "Nobody rises by asking.")
        }
    }

    @Test("Other methods are 405 and other paths 404, with or without a token")
    func answersOtherPathsAndMethods() async throws {
        try await judge(server: product) { api in
            let ana = try await api.newMember()
            let rows = [
                ("POST", "/user/\(ana.id)", "DELETE, GET, HEAD"), ("PUT", "/user/\(ana.id)", "DELETE, GET, HEAD"),
                ("PATCH", "/user/1", "DELETE, GET, HEAD"), ("GET", "/user/\(ana.id)/role", "PUT"),
                ("DELETE", "/user/1/role", "PUT"),
            ]
            for (method, path, allowed) in rows {
                let answer = try await api.send(Request(method, path))
                try answer.expect(
                    "\(method) \(path) is 405", status: 405, error: "method_not_allowed",
                    because: "Which methods a path has is no secret.")
                let told = answer.header("Allow")?.split(separator: ",").map { $0.filter { $0 != " " } }.sorted() ?? []
                try answer.require(
                    told.joined(separator: ", ") == allowed, "and says what would be allowed",
                    expected: "Allow: \(allowed)", because: "RFC 9110 §15.5.6 requires it.")
            }
            for path in ["/user", "/user/", "/users/\(ana.id)", "/user/\(ana.id)/roles", "/user/\(ana.id)/role/x"] {
                try await api.send(Request("GET", path).bearer(ana.token)).expect(
                    "\(path) is 404", status: 404, error: "not_found", because: "There is no list of users to be had.")
            }
            let head = try await api.send(Request("HEAD", "/user/\(ana.id)").bearer(ana.token))
            try head.require(
                head.status == 200 && head.body.isEmpty, "HEAD answers like GET", expected: "200 and nothing",
                because: "RFC 9110 §9.3.2.")
        }
    }

    @Test("Changes of role and deletions are in the log, with who did it, and nothing secret")
    func logsWhatAdminsDo() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Account.rootSettings.merging(["LOG_LEVEL": "trace"]) { $1 })
            let root = try await api.enter(.root)
            let ben = try await api.newMember("ben")
            for isAdmin in [true, false] { _ = try await api.setRole(of: ben.id, isAdmin, as: root) }
            let answer = try await api.delete(ben.id, as: root)
            let lines = api.log.split(separator: "\n").filter { $0.contains("account=\(ben.id)") }
            let events = [
                ("Changed a role", "is_admin=true"), ("Changed a role", "is_admin=false"), ("Deleted an account", ""),
            ]
            for (event, detail) in events {
                let isLogged = lines.contains {
                    $0.contains(event) && $0.contains(detail) && $0.contains("user=\(root.id)")
                        && $0.contains("hb.request.id=")
                }
                try answer.require(
                    isLogged, "\(event) \(detail) is logged with both ids and the request's",
                    expected: "a line with user=\(root.id) and account=\(ben.id), not \(lines)",
                    because: "Whoever holds power is the one whose deeds must be found again.")
            }
            let parts = root.token.split(separator: ".").dropFirst().map(String.init)
            let canaries = [Secrets.base64, Account.root.password, "$scrypt$"] + parts
            let found = canaries.filter { api.log.contains($0) || api.banner.contains($0) }
            try answer.require(
                found.isEmpty, "no token, password, hash or secret is in it", expected: "none of them",
                because: "Logs are copied, kept for years and read by many.")
        }
    }
}
