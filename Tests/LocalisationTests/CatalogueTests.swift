import Courses
import Testing

@testable import Localisation

@Suite struct CatalogueTests {
    /// Names and abbreviations that stay as they are in every language.
    private static let names: Set<String> = [
        "Samspråk", "Umm", "al", "Qura", "CSV", "JSON", "UTF", "Windows", "Excel", "PDF", "ZIP",
        "NUL", "TF", "LMA", "sv", "en", "ar", "so", "fa", "AF", "ti", "ckb", "ku", "samsprak",
    ]

    @Test func `sources and catalogues agree`() {
        let audit = CatalogueAudit(
            uses: Repository.uses(), catalogues: Repository.catalogues(), names: Self.names)
        let faults = audit.faults().map { "\($0)" }.sorted()
        #expect(faults == [])
        #expect(!audit.uses.uses.isEmpty)
    }

    @Test(arguments: Language.catalogue)
    func `a catalogue can be read and has each key once`(language: Language) throws {
        let bytes = try #require(Catalogue.embeddedBytes(language))
        let catalogue = try Catalogue(language: language, arb: bytes)
        #expect(!catalogue.messages.isEmpty)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let keys = lines.filter { $0.hasPrefix("    \"") && !$0.hasPrefix("     ") }
            .map { $0.split(separator: "\"")[1] }
        #expect(keys.count == Set(keys).count)
        #expect(keys.count == 2 * catalogue.messages.count + 1)
    }
}
