/// The learner's work, set aside.
package struct Reset: Sendable {
    /// The file that is a skeleton again.
    package let file: String
    /// Where what stood there has been kept; nil if there was no file.
    package let copy: String?
}

extension Course {
    /// Brings the skeletons of a lesson back, and keeps a copy of what stood there under the given folder.
    package func reset(_ lesson: Lesson, keepingCopiesIn folder: String) throws -> [Reset] {
        try lesson.sources.compactMap { source in
            try replace(
                "\(lesson.place.exerciseFolder)/\(source.name)", keepingCopyIn: folder,
                with: source.exerciseText(for: lesson.place))
        }
    }

    /// Brings the skeleton of one exercise back and leaves the others of its file alone.
    package func reset(_ exercise: Exercise, keepingCopiesIn folder: String) throws -> [Reset] {
        guard let lesson = lesson(of: exercise),
            let source = lesson.sources.first(where: { $0.path == exercise.source })
        else { return [] }
        let skeleton = source.exerciseText(for: lesson.place)
        let present = files.exists(exercise.file) ? try files.text(exercise.file) : skeleton
        guard let function = exercise.hole.function else {
            return try [replace(exercise.file, keepingCopyIn: folder, with: skeleton)].compactMap { $0 }
        }
        guard let old = FunctionSpan.find(function, in: present), let new = FunctionSpan.find(function, in: skeleton)
        else {
            throw Problem(
                exercise.file, nil,
                "There is no whole function \(function.name) in it any more. "
                    + "Reset the lesson instead: ./workbook reset \(lesson.product)")
        }
        let text = present.replacingLines(old, from: skeleton, new)
        return try [replace(exercise.file, keepingCopyIn: folder, with: text)].compactMap { $0 }
    }

    /// Nil if the file already is what it would become.
    private func replace(_ path: String, keepingCopyIn folder: String, with text: String) throws -> Reset? {
        let present = files.bytes(path)
        guard present != Array(text.utf8) else { return nil }
        let copy = present.map { _ in "\(folder)/\(path.split(separator: "/").last ?? "")" }
        if let present, let copy { try files.write(present, to: copy) }
        try files.write(text, to: path)
        return Reset(file: path, copy: copy)
    }
}
