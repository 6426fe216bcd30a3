import AuthService
import HTTPTypes
import Tokens

/// What the page learns about the lesson that it is the client of.
struct LessonFacts: Sendable {
    /// The program, such as `login`.
    let name: String
    /// Whose version runs, in words.
    let version: String
    /// What can be tried, line by line; `BASE` stands for the address.
    let commands: [String]
    /// The features up to this lesson.
    let features: [any Feature]

    /// What takes the places in the page that the server fills.
    func words(at authority: String) -> [String: String] {
        let commands = commands.map { $0.replacing("BASE", with: "http://\(authority)") }
        return ["LESSON": name, "VERSION": version, "COMMANDS": commands.joined(separator: "\n")]
    }

    /// The endpoints that exist: a button whose endpoint comes with a later lesson says so.
    func answer(with parts: ServiceParts) -> JSONObject {
        let endpoints = features.flatMap { $0.routes(with: parts) }.map { route in
            JSONValue.string("\(route.method.rawValue) \(route.path)")
        }
        return JSONObject([
            .init("lesson", .string(name)), .init("version", .string(version)), .init("endpoints", .array(endpoints)),
        ])
    }
}
