import Foundation
import TestSupport
import Testing
import Tokens

/// The client page in a real browser.
@Suite struct WalkTests {
    static let passphrase = "seventeen geese above the harbour"

    @Test("Somebody clicks and types through all nineteen steps, and sees each of them lit")
    func walksThroughAllSteps() async throws {
        let chromium = try Chromium.found()
        try await judge(ownServer: "protected-routes") { start in
            let api = try start([:])
            try Browser.open(chromium, api.trial) { browser in
                for (index, surroundings) in Surroundings.all.enumerated() {
                    try browser.enter(surroundings)
                    try browser.go(to: api.base)
                    try walk(browser, as: "walker-\(index)", surroundings)
                    try look(browser, surroundings)
                    try tamper(browser, surroundings)
                    try browser.expectQuiet(at: api.base, surroundings)
                }
            }
        }
    }

    /// Makes an account, then does what the nineteen steps need a person for.
    private func walk(_ browser: Browser, as name: String, _ surroundings: Surroundings) throws {
        try press("Make an account", browser, surroundings)
        try fillIn(name, "Make the account", browser, surroundings)
        try browser.expect("there is a login page for the new account", "//h3[.='Log in']")
        try browser.go(to: browser.value(of: "location.href").text)

        try press("See my info", browser, surroundings)
        try browser.expect("who is nobody is led to the login page", "//h3[.='Log in']")
        try browser.expectLit(Array(1...7), "the request without a token lights steps 1 to 7")
        try fillIn(name, "Log in", browser, surroundings)
        try browser.expect("the client keeps the token", "//p[contains(., 'Now ask again')]")
        try browser.expectLit(Array(1...13), "the login lights steps 8 to 13")
        try press("See my info", browser, surroundings)
        try browser.expect("the answer is shown", "//dd[.='\(name)']")
        try browser.expectLit(Array(1...19), "the request with the token lights the rest")
        try browser.picture(surroundings.description)
    }

    private func press(_ button: String, _ browser: Browser, _ surroundings: Surroundings) throws {
        let path = "//button[normalize-space(.)='\(button)']"
        if surroundings.isByKeyboard {
            try browser.type(Key.enter, into: path)
        } else {
            try browser.click(path)
        }
    }

    /// The field for the name has the focus: whoever has no mouse begins to type.
    private func fillIn(
        _ name: String, _ button: String, _ browser: Browser, _ surroundings: Surroundings
    ) throws {
        let isReady = "document.activeElement.name === 'username' && document.activeElement.value === ''"
        guard surroundings.isByKeyboard, try browser.wait(for: isReady) else {
            try browser.type(name, into: "//input[@name='username']")
            try browser.type(Self.passphrase, into: "//input[@name='password']")
            return try press(button, browser, surroundings)
        }
        try browser.type(name + Key.tab)
        try browser.type(Self.passphrase + Key.enter)
    }

    /// Opens an arrow and holds what it shows to what was sent.
    private func look(_ browser: Browser, _ surroundings: Surroundings) throws {
        try press("9", in: "//li[@data-step='9']//summary", browser, surroundings)
        let shown = try browser.value(of: "document.querySelector('[data-step=\"9\"] .detail').innerText").text
        try browser.require(
            shown.contains("POST /login HTTP/1.1") && shown.contains("HTTP/1.1 200 OK")
                && shown.contains("\"password\": \"••••••••\""),
            "the arrow of the login opens to its request and its answer", expected: "both, not \(shown)",
            because: "A diagram is believed when it shows what really travelled.")
        let page = try browser.value(of: "document.documentElement.outerHTML").text
        try browser.require(
            !page.contains(Self.passphrase), "the passphrase is nowhere in the page any more",
            expected: "no trace of it", because: "It was needed for one request.")
    }

    private func press(
        _ name: String, in path: String, _ browser: Browser, _ surroundings: Surroundings
    ) throws {
        if surroundings.isByKeyboard {
            try browser.type(Key.enter, into: path)
        } else {
            try browser.click(path)
        }
    }

    /// Rewrites a claim on the token bench and sends it.
    private func tamper(_ browser: Browser, _ surroundings: Surroundings) throws {
        try press("Live a year longer", browser, surroundings)
        let when = "document.querySelector('[data-when=exp]').innerText"
        let date = try browser.value(of: when).text
        try browser.require(
            date.contains("in 365 days"), "the bench shows a time as a date", expected: "in 365 days, not \(date)",
            because: "Nobody reads seconds since 1970.")
        try press("Send it to /my-info", browser, surroundings)
        try browser.expect(
            "the server refuses a token that was rewritten",
            "//*[@id='bench-answer']//p[starts-with(., '401 invalid_token')]")
        try browser.picture("\(surroundings)-bench")
    }
}
