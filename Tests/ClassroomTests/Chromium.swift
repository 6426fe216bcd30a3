import Foundation
import TestSupport
import Testing
import Tokens

/// Where a Chromium and its driver are on this machine.
struct Chromium: Sendable {
    let browser: String
    let driver: String

    /// The ones along `PATH`.
    ///
    /// Without them the test that asks is cancelled, which shows as skipped; with `WORKBOOK_BROWSER=required` it fails.
    static func found() throws -> Chromium {
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        guard let browser = names.lazy.compactMap(path).first, let driver = path(of: "chromedriver") else {
            let reason = "There is no Chromium with its driver along PATH (Debian: chromium chromium-driver)."
            if ProcessInfo.processInfo.environment["WORKBOOK_BROWSER"] == "required" { throw CannotStart(reason) }
            try Test.cancel("\(reason) The page was not looked at.")
        }
        return Chromium(browser: browser, driver: driver)
    }

    private static func path(of program: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What a new session is asked for: no window, both logs, and no way to any machine but this one.
    var capabilities: [JSONObject.Member] {
        let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []  // Chromium has no sandbox for root.
        let arguments =
            [
                "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--disable-background-networking", "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            ] + sandbox
        let options = JSONObject([
            .init("binary", .string(browser)), .init("args", .array(arguments.map { .string($0) })),
        ])
        let logs = JSONObject([.init("browser", .string("ALL")), .init("performance", .string("ALL"))])
        let wanted = JSONObject([
            .init("browserName", .string("chrome")), .init("goog:chromeOptions", .object(options)),
            .init("goog:loggingPrefs", .object(logs)),
        ])
        let match = JSONObject([.init("alwaysMatch", .object(wanted))])
        return [.init("capabilities", .object(match))]
    }
}
