import Courses
import Localisation
import Testing

@Suite struct LanguageNamesTests {
    @Test(arguments: [
        (
            "ar",
            ["arabiska", "Arabic", "ar", "ara", "AR", "العربية", "عربي", " Arabiska ", "ar-SY"]
        ),
        ("so", ["somaliska", "Somali", "so", "som", "Soomaali", "af soomaali", "af-soomaali"]),
        (
            "fa-AF",
            [
                "dari", "Dari", "prs", "fa-AF", "fa_AF", "pes-AF", "دری", "Dari (persiska)",
                "persiska/dari", "فارسی دری", "prs-AF",
            ]
        ),
        ("ti", ["tigrinska", "tigrinja", "Tigrinya", "ti", "tir", "ትግርኛ", "ti-ER"]),
        (
            "ckb",
            [
                "sorani", "kurdiska (sorani)", "Kurdiska, sorani", "sorani-kurdiska", "ckb",
                "سۆرانی", "Central Kurdish", "ku-Arab", "kur-Arab", "Kurdish (Sorani)",
                "کوردیی ناوەندی", "Sorani - kurdiska", "سورانی",
            ]
        ),
        (
            "ku",
            [
                "kurmanji", "nordkurdiska", "kurmandji", "badini", "Kurmancî", "kurmanci", "ku",
                "kmr", "kur", "kurdiska (kurmanji)", "Northern Kurdish", "ku-TR", "KURMANJI",
            ]
        ),
        ("sv", ["svenska", "Swedish", "sv", "swe", "sv-SE", "Iswiidhish"]),
        ("en", ["engelska", "English", "en", "eng", "en-GB"]),
        ("fa", ["persiska", "farsi", "Persian", "fa", "fas", "per", "fa-IR", "فارسی", "pes"]),
        ("ps", ["pashto", "ps", "پښتو", "pus"]),
        ("tr", ["turkiska", "Türkçe", "turkce", "tr"]),
        ("uk", ["ukrainska", "українська", "Ukrainian"]),
        ("sq", ["albanska", "shqip"]), ("vi", ["Tiếng Việt", "vietnamesiska"]),
        ("am", ["amhariska", "አማርኛ"]), ("om", ["oromo", "Afaan Oromoo"]),
        ("bs", ["bosniska"]), ("th", ["thai", "thailändska"]), ("zh", ["kinesiska", "zh-Hans"]),
    ])
    func `a language is understood by any usual name`(tag: String, names: [String]) {
        for name in names {
            #expect(LanguageNames.parse(name) == .language(Language(rawValue: tag)), "\(name)")
        }
    }

    @Test(arguments: ["kurdiska", "Kurdish", "KURDISKA", "kurdî", "کوردی", "كردي", "الكردية"])
    func `Kurdish alone offers Sorani and Kurmanji`(name: String) {
        #expect(LanguageNames.parse(name) == .ambiguous([.sorani, .kurmanji]))
    }

    @Test func `two languages in one cell are offered both`() {
        #expect(LanguageNames.parse("arabiska/somaliska") == .ambiguous([.arabic, .somali]))
        #expect(LanguageNames.parse("afghanska") == .ambiguous([.dari, .pashto]))
    }

    @Test(arguments: [
        "", " ", "-", "arabska", "xx", "zz-ZZ", "klingon", "arabiska och mer", "42", "språk",
        "ku-IQ", "a", "=1+1",
    ])
    func `what names no language is not guessed at`(name: String) {
        #expect(LanguageNames.parse(name) == .unknown)
    }

    @Test(arguments: ["xx", "zz", "", "-", "fa-", "english", "s", "ku-IQ", "sv--SE"])
    func `a tag that can't be mapped is refused`(tag: String) {
        #expect(LanguageTags.language(tag) == nil)
    }

    @Test func `each language of the table is found by its own names in the eight`() {
        for language in Language.catalogue {
            for named in Language.catalogue {
                let name = Localiser.localiser(for: language).languageName(named)
                #expect(LanguageNames.parse(name) == .language(named), "\(name)")
            }
            #expect(LanguageNames.parse(language.endonym) == .language(language))
        }
    }

    @Test func `names of languages are what people say`() {
        let swedish = Localiser.localiser(for: .swedish)
        #expect(
            Language.catalogue.map(swedish.languageName) == [
                "svenska", "engelska", "arabiska", "somaliska", "dari", "tigrinska", "sorani",
                "kurmanji",
            ])
        #expect(swedish.languageName(.pashto) == "pashto")
        #expect(swedish.languageName(.persian) == "persiska")
        #expect(swedish.languageName(Language(rawValue: "qqq")) == "qqq")
        #expect(
            Language.catalogue.map(\.endonym) == [
                "svenska", "English", "العربية", "Soomaali", "دری", "ትግርኛ",
                "سۆرانی (کوردیی ناوەندی)", "Kurmancî",
            ])
    }

    @Test func `the direction follows the script`() {
        let rightToLeft = Language.catalogue.filter { $0.direction == .rightToLeft }
        #expect(rightToLeft == [.arabic, .dari, .sorani])
    }
}
