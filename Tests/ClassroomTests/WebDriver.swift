import Foundation
import Processes
import TestSupport
import Tokens

/// A browser's driver, spoken to as the W3C's WebDriver says: JSON over plain HTTP.
///
/// By curl, which the chapters need too: Foundation's own client gives up on the header lines of this driver, which
/// have no space after the colon.
struct WebDriver: Sendable {
    private let process: RunningProgram
    private let base: String

    /// Starts a driver on a free port.
    ///
    /// - Throws: ``CannotStart``.
    init(_ path: String) throws {
        do {
            process = try RunningProgram(Program(path, ["--port=0"]))
            let start = "ChromeDriver was started successfully on port "
            let line = try process.waitForLine(startingWith: start, within: .seconds(30))
            base = "http://127.0.0.1:\(line.dropFirst(start.count).prefix { $0.isNumber })"
        } catch {
            throw CannotStart("\(path) did not start: \(error)")
        }
    }

    /// Sends a command, and returns what the driver answers.
    ///
    /// - Parameter path: with a slash at its beginning.
    /// - Throws: ``CannotStart`` with what the driver says if it refuses.
    func send(_ method: String, _ path: String, _ body: [JSONObject.Member]? = nil) throws -> JSONValue {
        let body = body.map { Array(JSONObject($0).json.utf8) }
        let sent = body == nil ? [] : ["-H", "Content-Type: application/json", "--data-binary", "@-"]
        let curl = Program("curl", ["-s", "-X", method, "-w", "\n%{http_code}"] + sent + [base + path])
        let captured = try curl.capture(standardInput: body ?? [], timeout: .seconds(60))
        guard let end = captured.standardOutput.lastIndex(of: UInt8(ascii: "\n")),
            let answer = try? JSONObject(parsing: Array(captured.standardOutput[..<end]))["value"]
        else { throw CannotStart("The browser's driver does not answer \(method) \(path): \(captured.ending)") }
        guard captured.output.hasSuffix("\n200") else {
            let message = answer["message"].text.split(separator: "\n").first ?? "no reason"
            throw CannotStart("The browser refuses \(path): \(message)")
        }
        return answer
    }

    /// Ends the driver, and with it every browser that it has started.
    func stop() { process.stop(grace: .seconds(5)) }
}

extension JSONValue {
    /// A member of an object; null if there is none.
    subscript(name: String) -> JSONValue {
        if case .object(let object) = self { object[name] ?? .null } else { .null }
    }

    /// A text; empty for anything else.
    var text: String { if case .string(let text) = self { text } else { "" } }

    /// The elements of an array; none for anything else.
    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
}
