import Curriculum

/// What the checks have counted and found wrong in one lesson or interlude.
struct Audit {
    /// What a learner calls it.
    let name: String
    let chapter: Chapter
    /// An interlude has none.
    let exercises: [Exercise]
    private(set) var complaints: [String] = []
    var tests = 0
    var flaws = 0
    var quotes = 0
    var commands = 0
    var predictions = 0
    /// Fences that need what may be missing here, such as a container engine.
    var notRun = 0

    init(of lesson: Lesson) {
        (name, chapter, exercises) = (lesson.product, lesson.chapter, lesson.exercises)
    }

    init(of interlude: Interlude) {
        (name, chapter, exercises) = (interlude.name, interlude.chapter, [])
    }

    mutating func complain(_ complaint: String) {
        complaints.append(complaint)
    }

    mutating func complain(at line: Int, _ complaint: String) {
        complain("\(chapter.path):\(line): \(complaint)")
    }
}

/// One question that is asked of a lesson or interlude.
protocol Question {
    /// What it is, for the eye of whoever waits.
    var name: String { get }
    /// Adds to the audit what it counts, and complaints that say what to do.
    func ask(_ audit: inout Audit) throws
}
