import Courses
import Foundation

@testable import Localisation

/// The house's own files, as the tests find them.
enum Repository {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func files(_ folder: String, _ kind: String) -> [(name: String, text: String)] {
        let paths =
            FileManager.default.enumerator(atPath: root.appending(path: folder).path)?
            .compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(kind) }.sorted().compactMap { path in
            let file = root.appending(path: folder).appending(path: path)
            return (try? String(contentsOf: file, encoding: .utf8)).map { (path, $0) }
        }
    }

    /// Localisation itself makes messages whose key came from outside, in the two files that
    /// pass one on.
    private static let passingOn = [
        "Localisation/Localiser/Localiser+Message.swift",
        "Localisation/Doors/TextDoors+Message.swift",
    ]

    static func uses() -> MessageUses {
        var uses = MessageUses()
        for file in files("Sources", ".swift") where !passingOn.contains(file.name) {
            uses.scan(swift: file.text, file: file.name)
        }
        for file in files("Sources/Web", ".mustache") {
            uses.scan(template: file.text, file: file.name)
        }
        return uses
    }

    static func catalogues() -> [Language: Catalogue] {
        Dictionary(
            uniqueKeysWithValues: Language.catalogue.map { ($0, Catalogue.embedded($0)) })
    }
}
