import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Web

/// Every page is looked at for everyone.
struct PageListTests {
    /// What is no page of its own: files, answers for scripts, and a part of a page. Two persons
    /// are made one on a page that needs both in its address.
    private static let others: Set<String> = [
        "/worker.js", "/manifest.webmanifest", "/api/v1/phone", "/api/v1/reachable",
        "/api/v1/sessions", "/people/found", "/people/merge",
    ]

    @Test func `each page without a name in its address is among those that axe looks at`()
        async throws
    {
        let list = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Browser/test_accessibility.py")
        let looked = try String(contentsOf: list, encoding: .utf8)
        let application = try await TestWorld.make().application()
        let addresses = application.router().routes.filter { $0.method == .get }
            .map { "/" + $0.path.description.drop { $0 == "/" } }
            .filter { address in
                !address.contains("{") && !Self.others.contains(address)
                    && !address.hasPrefix("/assets/") && address.split(separator: ".").count < 2
            }
        #expect(addresses.contains("/setup/reasons/new") && addresses.contains("/rounds"))
        for address in addresses {
            let isThere = ["\"", "?"].contains { looked.contains("\"\(address)\($0)") }
            #expect(isThere, "\(address) is not looked at")
        }
    }
}
