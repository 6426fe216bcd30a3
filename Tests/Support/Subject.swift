package import Foundation

/// Whose version of a lesson a test speaks to.
package enum Subject: Hashable, Sendable {
    case solution
    case yours
    case flaw(String)
    /// A server that somebody else started.
    case url(URL)

    /// What `LESSON_SUBJECT` asks for; without it the solution, which must hold, and then the learner's.
    static let chosen: [Subject] = {
        switch ProcessInfo.processInfo.environment["LESSON_SUBJECT"] {
        case nil, "": [.solution, .yours]
        case "solution": [.solution]
        case "yours": [.yours]
        case let name? where name.hasPrefix("flaw:"): [.flaw(String(name.dropFirst(5)))]
        case let text?: URL(string: text).map { [.url($0)] } ?? []
        }
    }()

    /// Whether it differs from the solution in exercises alone.
    var isAboutExercises: Bool {
        switch self {
        case .yours, .flaw: true
        case .solution, .url: false
        }
    }

    /// Whether somebody else runs it.
    var isElsewhere: Bool { if case .url = self { true } else { false } }

    /// What a lesson's program is told to run this subject.
    var options: [String] {
        switch self {
        case .solution: ["--solution"]
        case .flaw(let name): ["--flaw", name]
        case .yours, .url: []
        }
    }
}

extension Subject: CustomStringConvertible {
    package var description: String {
        switch self {
        case .solution: "solution"
        case .yours: "yours"
        case .flaw(let name): "flaw:\(name)"
        case .url(let url): url.absoluteString
        }
    }
}
