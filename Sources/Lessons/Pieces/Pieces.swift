/// The pieces that the service is made of, and whose they are.
package struct Pieces: Sendable {
    /// The exercises of the service that are still open: there, ours answers.
    package let open: [String]
    /// How many there are in all.
    package let count: Int

    package var yours: Int { count - open.count }

    /// Looks into the learner's files as they were when this program was built.
    package init() {
        self.init(lessons: [
            (5, PackageResources.StrictAccountSteps_swift), (4, PackageResources.StrictRegisterSteps_swift),
            (4, PackageResources.StrictLoginSteps_swift), (4, PackageResources.StrictGuardSteps_swift),
            (4, PackageResources.StrictClaimsSteps_swift), (3, PackageResources.StrictLogoutSteps_swift),
            (5, PackageResources.StrictRefreshSteps_swift), (3, PackageResources.StrictOperationsSteps_swift),
        ])
    }

    /// - Parameter lessons: for each, how many exercises it has, and the learner's file.
    init(lessons: [(exercises: Int, file: [UInt8])]) {
        count = lessons.map(\.exercises).reduce(0, +)
        open = lessons.flatMap { Self.borrowed(in: String(decoding: $0.file, as: UTF8.self)) }
    }

    /// The exercises that a file borrows, each once; what stands in a comment does not count.
    private static func borrowed(in text: String) -> [String] {
        var found: [String] = []
        for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
            for call in line.split(separator: "borrow(\"").dropFirst() {
                let id = String(call.prefix { $0 != "\"" })
                if !found.contains(id) { found.append(id) }
            }
        }
        return found
    }
}
