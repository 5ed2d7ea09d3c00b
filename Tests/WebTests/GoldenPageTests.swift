import Courses
import Foundation
import Testing

@testable import Web

/// Pages from literal values, compared with what was looked at and found good.
///
/// `SAMSPRAK_RECORD_GOLDEN=1` writes them anew.
struct GoldenPageTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Golden")

    private static let records =
        ProcessInfo.processInfo.environment["SAMSPRAK_RECORD_GOLDEN"] == "1"

    @Test(arguments: Language.catalogue)
    func `every page looks as it was found good`(_ language: Language) throws {
        let templates = try Templates()
        for sample in Samples.pages(in: language) {
            let name = "\(sample.template)\(sample.variant).\(language.rawValue).html"
            let file = Self.folder.appendingPathComponent(name)
            let html = templates.render(sample.page)
            if Self.records { try Data(html.utf8).write(to: file) }
            let golden = try String(contentsOf: file, encoding: .utf8)
            #expect(html == golden, "\(name) differs")
        }
    }
}
