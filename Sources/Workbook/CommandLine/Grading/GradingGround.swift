import Curriculum
import Foundation

/// What everybody's programs stand on: the course around us, as SwiftPM has built it.
struct GradingGround {
    private let workplace: Workplace

    init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    /// Builds it.
    /// - Throws: ``Fault`` if it does not build, or if there is something of yours in what others are judged with.
    func prepare(_ lessons: [Lesson]) throws {
        let builder = Builder(workplace)
        for lesson in lessons {
            if case .failed(let words) = try builder.build(lesson) {
                throw Fault("\(words)\n\nThis checkout itself does not build, and all that is judged stands on it.")
            }
        }
        if case .failed(let words) = try builder.buildTests(of: lessons) {
            throw Fault("\(words)\n\nThe tests do not build.")
        }
        for lesson in lessons { try refuseYours(below: lesson) }
    }

    /// A lesson that is put together from the pieces of others would get yours.
    private func refuseYours(below lesson: Lesson) throws {
        guard let plan = BuildPlan(in: workplace.root.appending(path: ".build")) else { return }
        let pieces = workplace.course.lessons.filter { other in
            other.product != lesson.product && plan.links(module: other.place.name, into: lesson.product)
        }
        let changed = pieces.flatMap { other in
            other.sources.filter { source in
                let text = workplace.files.optionalText("\(other.place.exerciseFolder)/\(source.name)")
                return text != source.exerciseText(for: other.place)
            }.map { "\(other.place.exerciseFolder)/\($0.name)" }
        }
        if !changed.isEmpty {
            throw Fault(
                "\(lesson.product) is put together from all pieces in this checkout, and these are yours: "
                    + "\(changed.joined(separator: ", ")). Grade from a fresh clone, or name other lessons: --lesson.")
        }
    }
}

extension BuildPlan {
    /// Whether an executable is linked from the objects of a module, among others.
    fileprivate func links(module: String, into product: String) -> Bool {
        guard let list = linking(product: product)?.arguments.first(where: { $0.hasPrefix("@") })?.dropFirst(),
            let objects = try? String(contentsOfFile: String(list), encoding: .utf8)
        else { return false }
        return objects.contains("/\(module).build/")
    }
}
