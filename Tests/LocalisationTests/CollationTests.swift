import Courses
import Localisation
import Testing

@Suite struct CollationTests {
    @Test(arguments: [
        ("sv", ["Adam", "Vera", "Wera", "Zara", "Åsa", "Ängla", "Östen"]),
        ("en", ["Adam", "Ängla", "Åsa", "Östen", "Vera", "Wera", "Zara"]),
        ("ar", ["أحمد", "باسم", "حسن", "هدى", "يوسف"]),
        ("fa-AF", ["احمد", "پروین", "چمن", "ژاله", "گلاب", "یاسین"]),
        ("ti", ["ሃና", "መሓሪ", "ሰላም", "ኣስመሮም"]),
        ("ku", ["Cemal", "Çiya", "Îsa", "Şêrko", "Zana"]),
        ("so", ["Abdi", "Cabdi", "Maxamed", "Xaawo"]),
    ])
    func `names stand in the language's order`(tag: String, names: [String]) {
        let localiser = Localiser.localiser(for: Language(rawValue: tag))
        #expect(localiser.sorted(names.reversed()) { $0 } == names)
        #expect(localiser.sorted(names) { $0 } == names)
    }

    @Test func `Somali, Tigrinya and Sorani fall back on the root's order, and say so`() {
        let fallbacks = Language.catalogue.filter { Collation.collation(for: $0).isFallback }
        #expect(fallbacks == [.somali, .tigrinya, .sorani])
    }

    @Test func `equal texts keep the order they had`() {
        let rows = (0..<500).map { ("Åsa", $0) } + [("Anna", 500)]
        let sorted = Localiser.localiser(for: .swedish).sorted(rows, by: \.0)
        #expect(sorted.map(\.1) == [500] + Array(0..<500))
    }

    @Test func `long texts, empty ones and those that begin alike are told apart`() {
        let long = String(repeating: "å", count: 5000)
        let texts = [long + "b", "", long + "a", "a", long]
        let collation = Collation.collation(for: .swedish)
        #expect(collation.order(texts) == [1, 3, 4, 2, 0])
        #expect(collation.order([]) == [])
        #expect(collation.order([""]) == [0])
    }

    @Test func `kept sort keys compare as the texts sort`() {
        let collation = Collation.collation(for: .swedish)
        let names = ["Östen", "Adam", "Åsa", String(repeating: "lång ", count: 100), "adam"]
        let byKey = names.indices.sorted {
            collation.sortKey(names[$0]).lexicographicallyPrecedes(collation.sortKey(names[$1]))
        }
        #expect(byKey == collation.order(names))
    }
}
