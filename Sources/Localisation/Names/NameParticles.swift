/// Small words that stand between the parts of a name or before one.
enum NameParticles {
    /// Son, daughter: left out.
    static func isFiliation(_ word: String) -> Bool { filiations.contains(word) }

    private static let filiations: Set<String> = [
        "bin", "ibn", "ben", "ibnu", "bint", "binti", "binte", "bnt", "ould", "wuld", "bn",
        "ina", "بن", "ابن", "إبن", "بنت", "ولد", "ወዲ", "ጓል",
    ]

    static func isArticle(_ word: String, before next: String?) -> Bool {
        guard let next, !next.isEmpty else { return false }
        if articles.contains(word) { return true }
        // The article takes on the sound that it stands before: ar-Rahman.
        guard let (head, tail) = assimilated[word] else { return false }
        return next.hasPrefix(tail) && (head || next.count > 2)
    }

    private static let articles: Set<String> = ["al", "el", "ul", "il", "ال"]

    private static let assimilated: [String: (Bool, String)] = {
        var table: [String: (Bool, String)] = [:]
        for vowel in ["a", "e", "u"] {
            for letter in ["r", "s", "sh", "n", "d", "z", "t", "th", "dh"] {
                table[vowel + letter] = (true, letter)
            }
        }
        return table
    }()

    /// Written together with the word after it: Abu Bakr, Abd al-Rahman.
    static func leads(_ word: String) -> Bool { leading.contains(word) }

    private static let leading: Set<String> = [
        "abu", "abo", "abou", "aboo", "ابو", "أبو", "umm", "um", "omm", "ام", "أم", "abd", "abdul",
        "abdel", "abdal", "abdol", "abdoul", "abdur", "abdus", "abder", "cabd", "cabdul", "ebd",
        "ebdul", "evd", "عبد", "عبدال", "عەبدول", "عەبد", "ዓብድ", "ዓብዱል", "ኣብዱል", "ኣብድ",
    ]

    /// Written together with the word before it: Nur al-Din, Habib Ullah, Ahmad Zai.
    static func trails(_ word: String) -> Bool { trailing.contains(word) }

    private static let trailing: Set<String> = [
        "din", "deen", "dine", "uddin", "eddin", "aldin", "eldin", "uddeen", "udin", "الدين",
        "الدین", "دین", "دين", "ئەددین", "ዲን", "allah", "ullah", "alla", "ulla", "اللە", "الله",
        "اللّه", "zada", "zadah", "zadeh", "zade", "زاده", "زادە", "زاد", "zai", "zay", "زی", "زي",
        "زئی", "زائی",
    ]

    static func isTitle(_ word: String) -> Bool { titles.contains(word) }

    private static let titles: Set<String> = [
        "haji", "hajji", "hajj", "haj", "xaaji", "xaji", "hagi", "الحاج", "حاج", "حاجی", "حاجي",
        "sheikh", "shaikh", "shekh", "sheekh", "sheik", "شيخ", "الشيخ", "شیخ", "ሼክ", "dr", "mr",
        "mrs", "doktor", "mulla", "mullah", "ملا", "مەلا", "mela", "von", "van", "af", "de", "la",
        "khan", "xan", "خان", "jan", "جان", "begum", "bibi", "بیبی", "بی", "ሓጂ",
    ]
}
