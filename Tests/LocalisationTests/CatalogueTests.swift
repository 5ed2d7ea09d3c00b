import Courses
import Testing

@testable import Localisation

@Suite struct CatalogueTests {
    /// Names and abbreviations that stay as they are in every language, and what a reader types
    /// as it stands: codes, commands, options, and the headers that an import reads.
    private static let names = Set(
        """
        Samspråk Umm al Qura CSV HTTP JSON UTF Windows Excel PDF ZIP NUL TF LMA Ctrl C
        sv en ar so fa AF ti ckb ku
        samsprak programme round group session user leader participant participants list add init
        plan import transfer place undo not held
        in spite of rules encoding map make up for all waiting database argument name value
        gregorian persian ethiopic islamic latn arab arabext parent support
        Namn Förnamn Efternamn Kursspråk ja nej K M sekretessmarkering skyddad folkbokföring
        """.split(whereSeparator: \.isWhitespace).map(String.init))

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
