import Foundation

/// What SwiftPM has written down of an executable: the objects that it was linked from and their sources.
///
/// Dates of the executable alone do not tell whether it is current: what comes out the same is not written again.
struct BuildRecord {
    private let executable: URL
    private let objects: [URL]

    init(of executable: URL) {
        self.executable = executable
        let folder = executable.deletingLastPathComponent()
        let list = folder.appending(path: "\(executable.lastPathComponent).product/Objects.LinkFileList")
        let text = (try? String(contentsOf: list, encoding: .utf8)) ?? ""
        objects = text.split(separator: "\n").map { URL(filePath: $0.trimming(while: { $0 == "'" || $0 == "\"" })) }
    }

    /// A source under this folder that was changed after it was compiled or whose object was not linked since.
    func staleSource(under root: URL) -> String? {
        let modules = Set(objects.map { $0.deletingLastPathComponent() })
        return modules.lazy.compactMap { staleSource(of: $0, under: root) }.first
    }

    private func staleSource(of module: URL, under root: URL) -> String? {
        let map = module.appending(path: "output-file-map.json")
        // Most modules are other people's.
        guard let data = try? Data(contentsOf: map), data.range(of: Data("\(root.path)/Sources/".utf8)) != nil,
            let entries = try? JSONDecoder().decode([String: [String: String]].self, from: data)
        else { return nil }
        let written = (try? FileManager.default.contentsOfDirectory(at: module, includingPropertiesForKeys: nil)) ?? []
        let compiled = written.map(modified).max() ?? .distantPast
        let linked = modified(executable)
        let prefix = root.path + "/"
        return entries.lazy.filter { $0.key.hasPrefix(prefix) && !$0.key.hasPrefix(prefix + ".build/") }
            .first { source, outputs in
                let object = outputs["object"].map { modified(URL(filePath: $0)) } ?? .distantPast
                return modified(URL(filePath: source)) > compiled || object > linked
            }
            .map { String($0.key.dropFirst(prefix.count)) }
    }

    private func modified(_ file: URL) -> Date {
        (try? FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date) ?? .distantPast
    }
}

extension Substring {
    fileprivate func trimming(while predicate: (Character) -> Bool) -> String {
        String(drop(while: predicate).reversed().drop(while: predicate).reversed())
    }
}
