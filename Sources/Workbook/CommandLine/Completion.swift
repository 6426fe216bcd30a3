import ArgumentParser
import Curriculum

/// What a shell offers when the Tab key is pressed.
extension CompletionKind {
    /// The lessons by name.
    static var lessons: Self {
        .custom { _, _, _ in (try? Workplace().course.lessons.map(\.product)) ?? [] }
    }

    /// The lessons and the interludes between them by name.
    static var chapters: Self {
        .custom { _, _, _ in
            guard let course = try? Workplace().course else { return [] }
            return course.lessons.flatMap { [$0.product] + course.interludes(after: $0).map(\.name) }
        }
    }

    /// The exercises by name.
    static var exercises: Self {
        .custom { _, _, _ in (try? Workplace().course.exercises.map(\.id)) ?? [] }
    }

    /// The lessons and the exercises by name.
    static var subjects: Self {
        .custom { _, _, _ in
            guard let course = try? Workplace().course else { return [] }
            return course.lessons.map(\.product) + course.exercises.map(\.id)
        }
    }
}
