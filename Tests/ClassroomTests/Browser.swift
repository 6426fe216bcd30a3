import Foundation
import TestSupport
import Tokens

/// A browser with one page, which a test clicks, types into and looks at.
struct Browser: Evidence {
    let trial: Trial
    private let driver: WebDriver
    private let session: String

    /// Opens a browser, lets the body work with it, and closes it.
    static func open(_ chromium: Chromium, _ trial: Trial, _ body: (Browser) throws -> Void) throws {
        let driver = try WebDriver(chromium.driver)
        defer { driver.stop() }
        let answer = try driver.send("POST", "/session", chromium.capabilities)
        let browser = Browser(trial: trial, driver: driver, session: "/session/\(answer["sessionId"].text)")
        defer { _ = try? driver.send("DELETE", browser.session) }
        try body(browser)
    }

    private func send(_ path: String, _ members: [JSONObject.Member] = []) throws -> JSONValue {
        try driver.send("POST", session + path, members)
    }

    func go(to url: String) throws { _ = try send("/url", [.init("url", .string(url))]) }

    /// Clicks what this XPath names, as soon as it is there.
    func click(_ path: String) throws { _ = try send("/element/\(try element(path))/click") }

    /// Types into what this XPath names; `Key` has the keys without letters.
    func type(_ text: String, into path: String) throws {
        _ = try send("/element/\(try element(path))/value", [.init("text", .string(text))])
    }

    /// Types into whatever has the focus.
    func type(_ text: String) throws {
        let focused = try driver.send("GET", session + "/element/active")
        _ = try send("/element/\(Self.id(focused))/value", [.init("text", .string(text))])
    }

    private func element(_ path: String) throws -> String {
        _ = try wait(for: "document.evaluate(\(JSONValue.string(path).json), document, null, 9).singleNodeValue")
        let query: [JSONObject.Member] = [.init("using", .string("xpath")), .init("value", .string(path))]
        return Self.id(try send("/element", query))
    }

    private static func id(_ element: JSONValue) -> String {
        if case .object(let object) = element { object.members.first?.value.text ?? "" } else { "" }
    }

    /// The value of an expression in the page.
    func value(of expression: String) throws -> JSONValue {
        let script = "return \(expression)"
        return try send("/execute/sync", [.init("script", .string(script)), .init("args", .array([]))])
    }

    /// Waits in the page until an expression is true there; false if it is not within fifteen seconds.
    func wait(for expression: String) throws -> Bool {
        let script = """
            const done = arguments[0], end = Date.now() + 15000;
            (function look() {
              if (\(expression)) done(true);
              else if (Date.now() > end) done(false);
              else setTimeout(look, 20);
            })();
            """
        let answer = try send("/execute/async", [.init("script", .string(script)), .init("args", .array([]))])
        return answer == .boolean(true)
    }

    /// What the driver has noted in this log (`browser` or `performance`) since it was asked last.
    func log(_ kind: String) throws -> [JSONValue] {
        try send("/se/log", [.init("type", .string(kind))]).elements
    }

    /// Sends a command of the DevTools protocol.
    func command(_ name: String, _ members: [JSONObject.Member]) throws -> JSONValue {
        let parameters = JSONValue.object(JSONObject(members))
        return try send("/goog/cdp/execute", [.init("cmd", .string(name)), .init("params", parameters)])
    }

    var transcript: String { "In a browser: see the test for what was clicked." }
    var got: String { "something else" }
    var object: JSONObject? { nil }
}

/// Keys without letters, as WebDriver writes them.
enum Key {
    static let enter = "\u{E007}"
    static let tab = "\u{E004}"
}
