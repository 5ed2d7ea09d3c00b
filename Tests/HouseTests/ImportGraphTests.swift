import Foundation
import Testing

/// Which way the modules look. SwiftPM lets a target import what it did not declare, so the
/// imports themselves are read.
@Suite struct ImportGraphTests {
    /// What each module may import of the house and of libraries, beside the standard library.
    private static let graph: [String: Set<String>] = [
        "Courses": ["Synchronization"],
        "JSONReading": [],
        "Cryptography": ["CCryptography"],
        // Two halves of a census run beside one another.
        "Statistics": ["Courses", "Dispatch", "Synchronization"],
        "Balancing": ["Courses", "CBC", "JSONReading"],
        "Localisation": ["Courses", "CICU", "CatalogueFiles"] + foundation,
        "Store": ["Courses", "SchemaFiles", "GRDB", "Cryptography", "GRDBSQLite"] + foundation,
        "Desk": [
            "Balancing", "Courses", "Cryptography", "JSONReading", "Store", "Localisation",
            "Statistics", "CXlsx",
        ] + foundation,
        "DemoWorld": ["Courses", "Desk", "FixtureFiles"] + foundation,
        "Web": [
            "Balancing", "Courses", "Desk", "Localisation", "Statistics", "WebFiles",
            "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOHTTP1", "NIOSSL",
            "Logging", "Mustache",
            "ServiceLifecycle", "Cryptography", "CGzip",
        ] + foundation,
        "samsprak": [
            "Balancing", "CMemory", "Courses", "Desk", "DemoWorld", "Localisation", "Statistics",
            "Web", "ArgumentParser", "Logging",
        ] + foundation,
    ]

    private static let foundation: Set<String> = [
        "Foundation", "FoundationEssentials", "FoundationNetworking", "Glibc", "Synchronization",
        "Dispatch",
    ]

    @Test(arguments: graph.keys.sorted())
    func `a module imports only what lies below it`(_ module: String) throws {
        let allowed = try #require(Self.graph[module])
        for file in try Self.files(of: module) {
            for name in try Self.imports(in: file) where !allowed.contains(name) {
                Issue.record("\(file.lastPathComponent) imports \(name)")
            }
        }
    }

    @Test func `every folder of sources is a module of the graph`() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            at: Self.sources, includingPropertiesForKeys: nil)
        let modules = folders.map(\.lastPathComponent).filter {
            !["CBC", "CCryptography", "CGzip", "CICU", "CMemory", "CXlsx", "WebFiles", "benchmark"]
                .contains($0)
        }
        #expect(Set(modules) == Set(Self.graph.keys))
    }

    @Test func `an import is seen in each of its forms`() {
        let text = """
            import Courses
            package import struct Store.Reading
            @testable internal import GRDB
              // import Web
            """
        #expect(
            text.split(separator: "\n").compactMap(Self.imported) == ["Courses", "Store", "GRDB"])
    }

    private static let sources = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources")

    private static func files(of module: String) throws -> [URL] {
        let folder = sources.appendingPathComponent(module)
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let files = (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
        try #require(!files.isEmpty)
        return files
    }

    private static func imports(in file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap(imported)
    }

    private static func imported(_ line: Substring) -> String? {
        var words = line.split(separator: " ").map(String.init)
        while let first = words.first, first.hasPrefix("@") || access.contains(first) {
            words.removeFirst()
        }
        guard words.first == "import", words.count > 1 else { return nil }
        let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
        return name.split(separator: ".").first.map(String.init)
    }

    private static let access: Set<String> = ["package", "internal", "private", "public"]
    private static let kinds: Set<String> = ["struct", "enum", "class", "func", "protocol"]
}

private func + (left: Set<String>, right: Set<String>) -> Set<String> { left.union(right) }
