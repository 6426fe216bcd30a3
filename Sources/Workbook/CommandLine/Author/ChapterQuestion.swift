import Curriculum
import Foundation

/// Does the chapter say of every exercise what a learner needs?
struct ChapterQuestion: Question {
    let name = "chapter"

    func ask(_ audit: inout Audit) throws {
        let chapter = audit.chapter
        if chapter.promise.isEmpty {
            audit.complain(at: 1, "Below the title, say in one line what the learner will be able to do.")
        }
        for (index, line) in chapter.text.lines.enumerated() where line.hasPrefix(LessonSkeleton.toWrite) {
            audit.complain(at: index + 1, "Still to be written: \(line.dropFirst(LessonSkeleton.toWrite.count))")
        }
        for exercise in audit.exercises {
            let line = exercise.chapterLine
            if exercise.hints.count != 3 {
                audit.complain(
                    at: line, "\(exercise.id) has \(exercise.hints.count) hints. Under Hints, give it three <details>.")
            }
            if exercise.hints.contains(where: \.isEmpty) {
                audit.complain(at: line, "\(exercise.id) has an empty hint.")
            }
            if exercise.minutes == nil { audit.complain(at: line, "Say how many minutes \(exercise.id) takes.") }
            if exercise.judgedBy.isEmpty { audit.complain(at: line, "Name the tests that judge \(exercise.id).") }
            if exercise.note.isEmpty {
                audit.complain(at: line, "Under Why it holds, write an after-note for \(exercise.id) in a <details>.")
            }
        }
        let known = Set(audit.exercises.map(\.id))
        for id in Set(chapter.hints.keys).union(chapter.notes.keys).subtracting(known).sorted() {
            audit.complain(
                "\(chapter.path): there are hints or a note for \(id), which is no exercise of this chapter.")
        }
    }
}
