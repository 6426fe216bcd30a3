import Foundation
import Tokens

/// What somebody looks at the page with.
struct Surroundings: CustomStringConvertible {
    let width: Int
    let height: Int
    /// `light` or `dark`.
    let scheme: String
    /// Whether the keyboard does everything.
    let isByKeyboard: Bool

    var description: String { "\(width)-\(scheme)" }

    /// A desk and a telephone, by day and by night.
    static let all = [
        Surroundings(width: 1280, height: 900, scheme: "light", isByKeyboard: false),
        Surroundings(width: 1280, height: 900, scheme: "dark", isByKeyboard: true),
        Surroundings(width: 390, height: 844, scheme: "light", isByKeyboard: true),
        Surroundings(width: 390, height: 844, scheme: "dark", isByKeyboard: false),
    ]
}

extension Browser {
    /// Gives the page another window and another time of day.
    func enter(_ surroundings: Surroundings) throws {
        _ = try command(
            "Emulation.setDeviceMetricsOverride",
            [
                .init("width", .integer(surroundings.width)), .init("height", .integer(surroundings.height)),
                .init("deviceScaleFactor", .integer(1)), .init("mobile", .boolean(surroundings.width < 600)),
            ])
        let features = [("prefers-color-scheme", surroundings.scheme), ("prefers-reduced-motion", "reduce")]
        let list = features.map { name, value in
            JSONValue.object(JSONObject([.init("name", .string(name)), .init("value", .string(value))]))
        }
        _ = try command("Emulation.setEmulatedMedia", [.init("features", .array(list))])
    }

    /// Writes a picture of the whole page into the folder that `WORKBOOK_SCREENSHOTS` names, if it names one.
    func picture(_ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["WORKBOOK_SCREENSHOTS"], !folder.isEmpty else { return }
        _ = try value(of: "scrollTo(0, 0)")
        let answer = try command("Page.captureScreenshot", [.init("captureBeyondViewport", .boolean(true))])
        guard let bytes = Data(base64Encoded: answer["data"].text) else { return }
        let url = URL(filePath: folder, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try bytes.write(to: url.appending(path: "\(name).png"))
    }
}
