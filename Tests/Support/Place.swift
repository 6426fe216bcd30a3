import Curriculum
import Foundation

/// Where to look when a claim does not hold.
struct Place {
    /// Such as `Sources/Lessons/04-Login/Exercise/Login.swift:23`.
    let text: String
    /// Whether the learner's file still borrows our solution for this exercise.
    let isOpen: Bool

    init(of trial: Trial) {
        (text, isOpen) = ("", false)
    }
}
