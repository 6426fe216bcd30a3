import Curriculum

/// What the checks have counted and found wrong in one lesson.
struct Audit {
    let lesson: Lesson
    private(set) var complaints: [String] = []
    var tests = 0
    var flaws = 0
    var quotes = 0
    var commands = 0
    /// Fences that need what may be missing here, such as a container engine.
    var notRun = 0

    init(of lesson: Lesson) {
        self.lesson = lesson
    }

    mutating func complain(_ complaint: String) {
        complaints.append(complaint)
    }

    mutating func complain(at line: Int, _ complaint: String) {
        complain("\(lesson.place.chapter):\(line): \(complaint)")
    }
}

/// One question that is asked of every lesson.
protocol Question {
    /// What it is, for the eye of whoever waits.
    var name: String { get }
    /// Adds to the audit what it counts, and complaints that say what to do.
    func ask(_ audit: inout Audit) throws
}
