import ArgumentParser
import Foundation
import LessonKit
import Tokens

struct Sign: VerbWithSecret {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Make a token from claims and sign it with a secret.")

    @Flag(help: .solution) var solution = false
    @Option(help: .flaw) var flaw: String?
    @Flag(help: .json) var json = false
    @Option(help: .secret) var secret: String?
    @Option(name: .customLong("secret-base64url"), help: .encodedSecret) var encodedSecret: String?

    @Option(help: "The claims, a JSON object such as '{\"sub\":\"ana\"}', or - for one a line on standard input.")
    var claims: String

    @Option(name: .customLong("expires-in"), help: "Add iat, now, and exp, this many seconds later.")
    var lifetime: Int?

    func run() throws {
        let steps = try steps()
        let key = try key()
        let header = JSONObject([.init("alg", .string(HS256Key.algorithm)), .init("typ", .string("JWT"))])
        try Texts(claims).takeEach { claims in
            let signingInput = steps.signingInput(header: header, claims: try object(claims))
            let token = steps.sign(signingInput, with: key)
            print(json ? JSONObject([.init("token", .string(token))]).json : token)
        }
    }

    private func object(_ claims: String) throws -> JSONObject {
        var object: JSONObject
        do {
            object = try JSONObject(parsing: Array(claims.utf8))
        } catch let error as JSONError {
            throw ValidationError("--claims takes a JSON object such as '{\"sub\":\"ana\"}': \(error.sentence)")
        }
        if let lifetime {
            let now = Int(Date().timeIntervalSince1970)
            let (expiry, overflow) = now.addingReportingOverflow(lifetime)
            guard !overflow else { throw ValidationError("--expires-in is a number of seconds, not that many.") }
            object["iat"] = .integer(now)
            object["exp"] = .integer(expiry)
        }
        return object
    }
}
