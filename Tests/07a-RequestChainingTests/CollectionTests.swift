import Curriculum
import Foundation
import TestSupport
import Testing

/// The file itself: what Insomnia needs of it, and what must not be in it.
@Suite struct CollectionTests {
    private let collection: Collection

    init() throws {
        collection = try Collection()
    }

    @Test("It is an export in format 4, in which everything that is named is there")
    func isWhole() throws {
        #expect((collection.kind, collection.format) == ("export", 4))
        let ids = collection.resources.map(\.id)
        #expect(Set(ids).count == ids.count)
        for resource in collection.resources {
            let parent = collection.resource(resource.parent)?.kind
            switch resource.kind {
            case "workspace": #expect(resource.parent == nil)
            case "environment": #expect(parent == "workspace")
            default: #expect(parent == "workspace" || parent == "request_group", "\(resource.id)")
            }
            // Some versions replace ids wherever their letters stand, also in the middle of a longer one.
            #expect(!ids.contains { $0 != resource.id && $0.contains(resource.id) }, "\(resource.id)")
        }
        let names = collection.requests.map(\.name)
        #expect(Set(names).count == names.count)
        for text in collection.requests.flatMap(\.texts) {
            for variable in text.matches(of: /\{\{ _\.(\w+) \}\}/) {
                #expect(collection.environment[String(variable.1)] != nil, "\(variable.0)")
            }
            #expect(text.matches(of: /\{\{/).count == text.matches(of: /\{\{ _\.\w+ \}\}/).count, "\(text)")
        }
    }

    @Test("Every endpoint of the service has a request; where a body is sent, it is JSON and says so")
    func hasEveryEndpoint() throws {
        let prefix = "{{ _.base_url }}"
        let endpoints = collection.requests.map { request in
            let path = request.url?.replacing("{{ _.my_id }}", with: "{id}").dropFirst(prefix.count) ?? ""
            #expect(request.url?.hasPrefix(prefix) == true, "\(request.name)")
            return "\(request.method ?? "") \(path)"
        }
        #expect(
            Set(endpoints) == [
                "GET /", "POST /register", "POST /login", "GET /my-info", "GET /user/{id}", "PUT /user/{id}/role",
                "DELETE /user/{id}", "POST /logout", "POST /refresh", "PUT /my-info/password",
                "POST /logout/everywhere", "GET /healthz", "GET /readyz",
            ])
        for request in collection.requests {
            let types = (request.headers ?? []).filter { $0.name == "Content-Type" }.map(\.value)
            #expect(types == (request.body?.text == nil ? [] : ["application/json"]), "\(request.name)")
            if let body = request.body?.text {
                #expect(throws: Never.self, "\(request.name)") {
                    try JSONSerialization.jsonObject(with: Data(body.utf8))
                }
            }
        }
    }

    @Test("No secret is in it: no token, and no password but those that the chapters print")
    func holdsNoSecret() throws {
        let text = try CourseFile.text(Collection.path)
        #expect(text.firstMatch(of: /eyJ[A-Za-z0-9_-]{8,}/) == nil)
        #expect(text.firstMatch(of: /(?i)"(authorization|cookie|jwt_secret)"/) == nil)
        #expect(collection.environment["password"] == Account.passphrase)
        let printed = try CourseFile.text("chapters/07a-request-chaining.md")
        #expect(printed.contains(collection.environment["new_password"] ?? "no new_password"))
        for request in collection.requests {
            guard let token = request.authentication?.token else { continue }
            #expect(request.authentication?.type == "bearer", "\(request.name)")
            #expect(token.wholeMatch(of: /\{\{ _\.\w+ \}\}/) != nil, "\(request.name)")
        }
    }

    @Test("All tags stand in the environment, where they can be put right in one place")
    func keepsItsTagsTogether() throws {
        for text in collection.requests.flatMap(\.texts) { #expect(!text.contains("{%"), "\(text)") }
        var tags: [String: ResponseTag] = [:]
        for (name, value) in collection.environment {
            guard let tag = try ResponseTag.first(in: value)?.tag else { continue }
            #expect(collection.resource(tag.request)?.kind == "request", "\(name)")
            tags[name] = tag
        }
        #expect(
            tags == [
                "access_token": .init(
                    request: "req_login", member: "access_token", trigger: .whenExpired, maximumAge: 300),
                "refresh_token": .init(
                    request: "req_login", member: "refresh_token", trigger: .whenExpired, maximumAge: 300),
                "renewed_access_token": .init(
                    request: "req_refresh", member: "access_token", trigger: .never, maximumAge: 60),
                "renewed_refresh_token": .init(
                    request: "req_refresh", member: "refresh_token", trigger: .never, maximumAge: 60),
                "my_id": .init(request: "req_my_info", member: "id", trigger: .never, maximumAge: 60),
            ])
    }

    @Test("What the chapter shows of the collection stands in it")
    func isQuotedRightly() throws {
        let path = "chapters/07a-request-chaining.md"
        let chapter = try Chapter(path: path, text: CourseFile.text(path))
        let whole = Self.lines(try CourseFile.text(Collection.path).split(separator: "\n").map(String.init))
        let quotes = chapter.fences.filter { $0.value("source") == Collection.path }
        #expect(!quotes.isEmpty)
        for quote in quotes { #expect(whole.contains(Self.lines(quote.body)), "line \(quote.line)") }
    }

    /// Lines without their margin and the comma at their end.
    private static func lines(_ lines: [String]) -> String {
        lines.map { line in
            let line = line.drop { $0 == " " }
            return line.hasSuffix(",") ? String(line.dropLast()) : String(line)
        }.joined(separator: "\n")
    }
}
