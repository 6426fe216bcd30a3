import Terminal

/// A chapter for the terminal: prose broken to its width, code as it stands, folded parts left out.
struct MarkdownView {
    let width: Int
    let paint: Paint
    /// Whether to show what a `<details>` under these two headings holds.
    let unfolds: (_ part: String, _ heading: String) -> Bool

    /// Lines longer than this tire the eye, however wide the window.
    var measure: Int { min(width, 88) }

    func render(_ text: String) -> String {
        var page = MarkdownPage(view: self)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { page.take(String(line)) }
        return page.finished.joined(separator: "\n")
    }
}
