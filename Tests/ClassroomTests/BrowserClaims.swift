import TestSupport
import Tokens

/// What tests claim of a page.
extension Browser {
    /// Claims that something is there, or will be in a moment.
    func expect(_ claim: String, _ path: String) throws {
        let node = "document.evaluate(\(JSONValue.string(path).json), document, null, 9).singleNodeValue"
        let isThere = try wait(for: node)
        let seen = try value(of: "document.getElementById('view').innerText").text
        try require(
            isThere, claim, expected: "\(path), not a page that says\n\(seen)", because: "Somebody waits for it.")
    }

    /// Claims that these steps are lit, or will be in a moment, and no others.
    func expectLit(_ steps: [Int], _ claim: String) throws {
        let lit = "[...document.querySelectorAll('.step[data-state=lit]')].map((step) => step.dataset.step).join(' ')"
        let wanted = steps.map(String.init).joined(separator: " ")
        let isSo = try wait(for: "\(lit) === '\(wanted)'")
        let seen = try value(of: lit).text
        try require(
            isSo, claim, expected: "steps \(wanted) lit, not \(seen)",
            because: "The diagram shows what happened, no more and no less.")
    }

    /// Claims that the page was well-behaved since this was asked last: no errors, no strangers, all of it in view and
    /// readable.
    func expectQuiet(at base: String, _ surroundings: Surroundings) throws {
        let errors = try log("browser").filter { $0["level"].text == "SEVERE" }.map { $0["message"].text }
        // Chromium counts the two answers 401 that were asked for as errors of the network.
        let unexpected = errors.filter { !$0.hasPrefix("\(base)/my-info ") || !$0.contains("status of 401") }
        try require(
            unexpected.isEmpty, "\(surroundings): the console has no errors", expected: "none, not \(unexpected)",
            because: "What a policy forbids and what a script trips over shows there first.")

        let messages = try log("performance").map { try JSONObject(parsing: Array($0["message"].text.utf8)) }
        let requests = messages.compactMap { $0["message"] }
            .filter { ["Network.requestWillBeSent", "Network.webSocketCreated"].contains($0["method"].text) }
            .map { $0["params"] }.map { $0["request"]["url"].text + $0["url"].text }
        let strangers = requests.filter { !$0.hasPrefix(base + "/") }
        try require(
            !requests.isEmpty && strangers.isEmpty, "\(surroundings): no other host is contacted",
            expected: "requests to \(base) alone, not \(strangers)",
            because: "Whatever is loaded from elsewhere could read the token.")

        let isInView = try value(of: "document.documentElement.scrollWidth <= innerWidth")
        try require(
            isInView == .boolean(true), "\(surroundings): nothing sticks out sideways",
            expected: "no scrolling to the side",
            because: "Half of the visitors hold a telephone.")
        let faint = try value(of: Contrast.faintTexts).elements.map(\.text)
        try require(
            faint.isEmpty, "\(surroundings): every text stands out from its background",
            expected: "a contrast of 4.5 at least (WCAG 2.2, 1.4.3), not \(faint)",
            because: "Soft colours must still be readable.")
        let nameless = try value(of: Contrast.namelessControls).elements.map(\.text)
        try require(
            nameless.isEmpty, "\(surroundings): every control has a name", expected: "a label, not \(nameless)",
            because: "A screen reader reads names.")
    }
}
