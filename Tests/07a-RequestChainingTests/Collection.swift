import Foundation
import TestSupport

/// `chapters/requests/insomnia.json`, as far as requests are made from it: an export in Insomnia's format 4.
struct Collection: Decodable {
    static let path = "chapters/requests/insomnia.json"

    let kind: String
    let format: Int
    let resources: [Resource]

    /// - Throws: if the file is not there or is not of that form.
    init() throws {
        self = try JSONDecoder().decode(Collection.self, from: Data(CourseFile.text(Self.path).utf8))
    }

    var requests: [Resource] { resources.filter { $0.kind == "request" } }
    var environment: [String: String] { resources.first { $0.kind == "environment" }?.data ?? [:] }

    func resource(_ id: String?) -> Resource? { resources.first { $0.id == id } }

    private enum CodingKeys: String, CodingKey {
        case kind = "_type"
        case format = "__export_format"
        case resources
    }
}

/// A workspace, an environment, a folder or a request.
struct Resource: Decodable {
    struct Header: Decodable {
        let name: String
        let value: String
    }

    struct Body: Decodable {
        let text: String?
    }

    struct Authentication: Decodable {
        let type: String?
        let token: String?
    }

    let id: String
    let kind: String
    let parent: String?
    let name: String
    let method: String?
    let url: String?
    let headers: [Header]?
    let body: Body?
    let authentication: Authentication?
    /// The variables of an environment.
    let data: [String: String]?
    /// The variables of a folder, which come before those of the environment.
    let environment: [String: String]?

    /// All texts of a request in which something can stand for a value.
    var texts: [String] {
        let headers = (headers ?? []).flatMap { [$0.name, $0.value] }
        return [url, body?.text, authentication?.token].compactMap(\.self) + headers
    }

    private enum CodingKeys: String, CodingKey {
        case id = "_id"
        case kind = "_type"
        case parent = "parentId"
        case name, method, url, headers, body, authentication, data, environment
    }
}
