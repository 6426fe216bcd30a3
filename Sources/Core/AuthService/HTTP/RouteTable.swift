import HTTPTypes

/// Which methods each path has: what tells a wrong method (405) from a wrong path (404).
package struct RouteTable: Sendable {
    private var entries: [(path: [Substring], methods: [HTTPRequest.Method])] = []

    package init(_ routes: [Route]) {
        for route in routes {
            let path = Self.components(route.path[...])
            let methods = route.method == .get ? [.get, .head] : [route.method]
            if let index = entries.firstIndex(where: { $0.path == path }) {
                entries[index].methods += methods
            } else {
                entries.append((path, methods))
            }
        }
    }

    /// The methods of a path as it was requested; nil if there is no such path.
    func methods(at path: String) -> [HTTPRequest.Method]? {
        let asked = Self.components(path[...])
        return entries.first { entry in
            entry.path.count == asked.count
                && zip(entry.path, asked).allSatisfy { $0 == $1 || $0.first == "{" }
        }?.methods
    }

    private static func components(_ path: Substring) -> [Substring] { path.split(separator: "/") }
}
