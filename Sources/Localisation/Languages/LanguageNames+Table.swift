import Courses

extension LanguageNames {
    /// One language, its other codes and what people call it.
    struct Entry: Sendable {
        let language: Language
        let codes: [String]
        let names: [String]
        /// Whether ICU's names for it are names of nothing else.
        let isNamedByICU: Bool

        init(_ tag: String, _ codes: String, _ names: String, isNamedByICU: Bool = true) {
            language = Language(rawValue: tag)
            self.codes = codes.split(separator: " ").map(String.init)
            self.names = names.split(separator: ",").map(String.init)
            self.isNamedByICU = isNamedByICU
        }
    }

    /// The course languages, then others that are common among people who have come to Sweden.
    /// The names that ICU knows in the eight languages need not stand here.
    static let table: [Entry] = courseLanguages + otherLanguages

    private static let courseLanguages: [Entry] = [
        Entry("sv", "swe", "svenska,Swedish"),
        Entry("en", "eng", "engelska,English,British English"),
        Entry(
            "ar", "ara arb",
            "arabiska,Arabic,العربية,عربي,عربية,عربى,modern standardarabiska,Carabi,Erebî"),
        Entry("so", "som", "somaliska,Somali,Soomaali,af soomaali,Soomaaliga"),
        Entry(
            "fa-AF", "",
            """
            dari,Dari Persian,afghansk persiska,afghanska,persiska Afghanistan,Persian Afghanistan,دری,\
            فارسی دری,Farsi Dari,Dari Farsi,Daari,الدارية,داري,ዳሪ,darî,persiska dari
            """, isNamedByICU: false),
        Entry(
            "ti", "tir",
            "tigrinska,tigrinja,tigrinya,tigrigna,Tigrinya,ትግርኛ,تيغرينية,تگرینیا,tigrînî"),
        Entry(
            "ckb", "",
            """
            sorani,soraniska,soranî,sorani kurdiska,kurdiska sorani,Kurdish Sorani,Soraani,سۆرانی,\
            سورانی,سوراني,السورانية,كردي سوراني,الكردية السورانية,کوردیی ناوەندی,کوردی ناوەندی,\
            کوردی سۆرانی,centralkurdiska,central kurdiska,Central Kurdish,Kurdî soranî,ሶራኒ
            """, isNamedByICU: false),
        Entry(
            "ku", "",
            """
            kurmanji,kurmandji,kurmandzji,kurmanci,kurmancî,kirmanci,Kurmanji Kurdish,\
            kurdiska kurmanji,nordkurdiska,nord kurdiska,Northern Kurdish,badini,bahdini,badinani,\
            behdini,kurdiska badini,Kurdî kurmancî,كرمانجي,کرمانجی,الكرمانجية,کورمانجی,بادینی,\
            الكردية الكرمانجية,ኩርማንጂ
            """, isNamedByICU: false),
        Entry("ckb", "", kurdish, isNamedByICU: false),
        Entry("ku", "", kurdish, isNamedByICU: false),
    ]

    /// Names that may mean Sorani or Kurmanji.
    private static let kurdish =
        "kurdiska,Kurdish,kurdî,kurdi,کوردی,كردي,کردی,الكردية,كردية,kurdisk,ኩርዲሽ,Kurdishka"

    private static let otherLanguages: [Entry] = [
        Entry(
            "fa", "", "persiska,Persian,farsi,فارسی,فارسي,الفارسية,irani,Iranian Persian,parsi",
            isNamedByICU: false),
        Entry("ps", "pus pbt pbu", "pashto,pashtu,pashtou,afghanska,پښتو,Pushto,پشتو"),
        Entry("ur", "urd", "urdu,اردو"),
        Entry("tr", "tur", "turkiska,Turkish,Türkçe"),
        Entry("az", "aze azj azb", "azerbajdzjanska,azeriska,azeri,Azerbaijani"),
        Entry("ru", "rus", "ryska,Russian,русский"),
        Entry("uk", "ukr", "ukrainska,Ukrainian,українська"),
        Entry("be", "bel", "belarusiska,vitryska,Belarusian"),
        Entry("pl", "pol", "polska,Polish,polski"),
        Entry("cs", "ces cze", "tjeckiska,Czech"),
        Entry("sk", "slk slo", "slovakiska,Slovak"),
        Entry("hu", "hun", "ungerska,Hungarian,magyar"),
        Entry("ro", "ron rum mo", "rumänska,Romanian,moldaviska,română"),
        Entry("bg", "bul", "bulgariska,Bulgarian,български"),
        Entry("bs", "bos", "bosniska,Bosnian,bosanski"),
        Entry("hr", "hrv", "kroatiska,Croatian,hrvatski"),
        Entry("sr", "srp", "serbiska,Serbian,српски,srpski"),
        Entry("mk", "mkd mac", "makedonska,nordmakedonska,Macedonian"),
        Entry("sl", "slv", "slovenska,Slovenian,Slovene"),
        Entry("sq", "sqi alb als aln", "albanska,Albanian,shqip"),
        Entry("el", "ell gre", "grekiska,Greek,ελληνικά"),
        Entry("lt", "lit", "litauiska,Lithuanian"),
        Entry("lv", "lav lvs", "lettiska,Latvian"),
        Entry("et", "est ekk", "estniska,Estonian"),
        Entry("fi", "fin", "finska,Finnish,suomi"),
        Entry("no", "nor", "norska,Norwegian,norsk"),
        Entry("da", "dan", "danska,Danish,dansk"),
        Entry("is", "isl ice", "isländska,Icelandic"),
        Entry("de", "deu ger", "tyska,German,Deutsch"),
        Entry("nl", "nld dut", "nederländska,holländska,Dutch,flamländska"),
        Entry("fr", "fra fre", "franska,French,français"),
        Entry("es", "spa", "spanska,Spanish,español,castellano"),
        Entry("pt", "por", "portugisiska,Portuguese,português"),
        Entry("it", "ita", "italienska,Italian,italiano"),
        Entry("am", "amh", "amhariska,Amharic,አማርኛ,amarinja"),
        Entry("om", "orm gaz", "oromo,oromiska,oromiffa,Afaan Oromoo,oromifa"),
        Entry("tig", "", "tigre,tigré,Tigre,ትግረ"),
        Entry("byn", "", "bilen,blin,Blin"),
        Entry("aa", "aar", "afar,Afar,danakil"),
        Entry("sw", "swa swh", "swahili,Swahili,kiswahili"),
        Entry("rw", "kin", "kinyarwanda,rwanda,Kinyarwanda"),
        Entry("rn", "run", "kirundi,rundi,Rundi"),
        Entry("lg", "lug", "luganda,ganda"),
        Entry("ln", "lin", "lingala,Lingala"),
        Entry("ha", "hau", "hausa,Hausa"),
        Entry("yo", "yor", "yoruba,Yoruba"),
        Entry("ig", "ibo", "igbo,Igbo"),
        Entry("wo", "wol", "wolof,Wolof"),
        Entry("mn", "mon khk", "mongoliska,Mongolian"),
        Entry("zh", "zho chi cmn", "kinesiska,mandarin,Chinese,中文,Mandarin Chinese"),
        Entry("yue", "", "kantonesiska,Cantonese"),
        Entry("ja", "jpn", "japanska,Japanese"),
        Entry("ko", "kor", "koreanska,Korean"),
        Entry("vi", "vie", "vietnamesiska,Vietnamese,Tiếng Việt"),
        Entry("th", "tha", "thailändska,thai,Thai,ไทย"),
        Entry("lo", "lao", "laotiska,lao,Lao"),
        Entry("km", "khm", "khmer,kambodjanska,Khmer"),
        Entry("my", "mya bur", "burmesiska,Burmese"),
        Entry("tl", "tgl fil", "tagalog,filippinska,Tagalog,Filipino"),
        Entry("id", "ind", "indonesiska,Indonesian"),
        Entry("ms", "msa may zsm", "malajiska,Malay"),
        Entry("hi", "hin", "hindi,Hindi,हिन्दी"),
        Entry("bn", "ben", "bengali,bangla,Bengali,বাংলা"),
        Entry("pa", "pan", "punjabi,panjabi,Punjabi"),
        Entry("ta", "tam", "tamil,tamilska,Tamil"),
        Entry("si", "sin", "singalesiska,sinhala,Sinhala"),
        Entry("ne", "nep", "nepali,nepalesiska,Nepali"),
        Entry("uz", "uzb uzn uzs", "uzbekiska,Uzbek"),
        Entry("tg", "tgk", "tadzjikiska,Tajik"),
        Entry("tk", "tuk", "turkmeniska,Turkmen"),
        Entry("kk", "kaz", "kazakiska,Kazakh"),
        Entry("ky", "kir", "kirgisiska,Kyrgyz"),
        Entry("ug", "uig", "uiguriska,Uyghur"),
        Entry("hy", "hye arm", "armeniska,Armenian,հայերեն"),
        Entry("ka", "kat geo", "georgiska,Georgian,ქართული"),
        Entry("he", "heb", "hebreiska,Hebrew,עברית"),
        Entry(
            "syr", "aii tru cld", "syriska,arameiska,assyriska,syrianska,Syriac,Aramaic,Assyrian"),
        Entry("bal", "", "balutji,baluchi,Baluchi,baluchiska"),
        Entry("haz", "", "hazaragi,hazaragiska,Hazaragi"),
        Entry("rom", "", "romani,romska,romanes,Romany,romani chib"),
        Entry("sdh", "", "sydkurdiska,feyli,Southern Kurdish,fejli"),
        Entry("zza", "diq kiu", "zazaki,zaza,dimli,kirmancki"),
    ]
}
