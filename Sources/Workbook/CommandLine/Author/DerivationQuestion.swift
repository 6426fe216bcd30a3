import Curriculum

/// Is every exercise file what `sync` derives?
struct DerivationQuestion: Question {
    let workplace: Workplace
    let lesson: Lesson
    let name = "derivation"

    func ask(_ audit: inout Audit) throws {
        if lesson.sources.isEmpty {
            audit.complain(
                at: 1, "There is no exercise: mark one in Sources/Core, and write `### \(lesson.product).1 — Title`.")
        }
        let derived = Dictionary(
            uniqueKeysWithValues: lesson.sources.map {
                ("\(lesson.place.exerciseFolder)/\($0.name)", $0.exerciseText(for: lesson.place))
            })
        for (path, text) in derived.sorted(by: { $0.key < $1.key }) where workplace.files.optionalText(path) != text {
            audit.complain("\(path) is not what its core file derives. Run ./workbook author sync.")
        }
        for path in workplace.files.swiftFiles(under: lesson.place.exerciseFolder) where derived[path] == nil {
            audit.complain("\(path) comes from no marked file in Sources/Core. Delete it, or mark its source.")
        }
    }
}
