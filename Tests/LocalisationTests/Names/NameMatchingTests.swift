import Localisation
import Testing

@Suite struct NameMatchingTests {
    private static func compare(
        _ one: String, _ born: Int, _ other: String, _ otherBorn: Int
    ) -> NameComparison {
        NameMatching.compare([NameForm(one)], born: born, [NameForm(other)], born: otherBorn)
    }

    private static func compare(_ one: String, _ other: String) -> NameComparison {
        NameMatching.compare([NameForm(one)], [NameForm(other)])
    }

    @Test(arguments: [
        ("فاطمه محمد", "فاطمة محمد"), ("عبد الله حسن", "عبدالله حسن"), ("أحمد علي", "احمد على"),
        ("هدى كاظم", "هدي کاظم"), ("ســـلام", "سلام"), ("مُحَمَّد", "محمد"),
        ("ሠላም ሃይለ", "ሰላም ኃይለ"), ("ፀጋይ ወልዱ", "ጸጋይ ወልዱ"), ("ዓሊ", "ኣሊ"),
        ("Åsa Sjöberg", "Asa Sjoberg"), ("Berfîn Şêxo", "Berfin Shexo"),
        ("Mona Al-Obaidi", "mona al obaidi"), ("Anna-Karin Berg", "Anna Karin Berg"),
        ("Sa'id Omar", "Said Omar"),
    ])
    func `spellings of the same word are one name`(one: String, other: String) {
        let comparison = Self.compare(one, other)
        #expect(comparison.score >= 0.9)
        #expect(comparison.isSuggested)
    }

    @Test(arguments: [
        ("فاطمة محمد علي", "Fatima Mohamed Ali"), ("محمد علی حسینی", "Mohammad Ali Hosseini"),
        ("عبد الرحمن يوسف", "Abdirahman Yusuf"), ("عبدالعزيز عمر", "Abdulaziz Omar"),
        ("خديجة أحمد", "Khadija Ahmed"), ("نورالدين حامد", "Noor Addin Hamid"),
        ("حبیب‌الله رحیمی", "Habibullah Rahimi"), ("غلام رضا احمدزاده", "Gholamreza Ahmadzada"),
        ("ابو بكر صالح", "Abubakar Saleh"), ("إسماعيل عثمان", "Ismail Osman"),
        ("ገብረማርያም ተስፋይ", "Gebre Mariam Tesfay"), ("ብርሃነ ኪዳነ", "Berhane Kidane"),
        ("ጸጋይ ወልዱ", "Tsegay Weldu"), ("መሓመድ ዓሊ", "Mohammed Ali"),
        ("ئازاد کەریم", "Azad Karim"), ("شیلان ئەحمەد", "Shilan Ahmed"),
        ("هێمن عەبدوڵڵا", "Hemin Abdulla"), ("كارل نيستروم", "Karl Nyström"),
        ("زينب الحسن", "Zaynab Alhassan"),
    ])
    func `a name is known again in another script`(one: String, other: String) {
        let comparison = Self.compare(one, other)
        #expect(comparison.isSuggested)
        #expect(comparison.reasons.contains(.otherScript))
    }

    @Test(arguments: [
        ("Cabdi Maxamed Cali", "Abdi Mohamed Ali"), ("Xaliimo Cumar Faarax", "Halima Omar Farah"),
        ("Caasha Cali Nuur", "Aisha Ali Noor"), ("Khadiija Axmed Jaamac", "Khadija Ahmed Jama"),
        ("Cabdullaahi Xasan", "Abdullah Hassan"), ("Yusuf Ibrahim", "Yuusuf Ibraahin"),
        ("Ciwan Cemal", "Jiwan Jamal"), ("Xalid Omer Yıldız", "Halit Omer Jildis"),
        ("Vera Nilsson", "Wera Nilson"), ("Kristina Lindqvist", "Christina Lindkvist"),
        ("Jamal Ghazi", "Gamal Ghazi"), ("Ramadan Ali", "Ramazan Ali"),
        ("Lasse Hedlund", "Lars Hedlund"), ("Najib Nurzay", "Najibullah Noorzai"),
        ("Tesfu Tekle", "Tesfalem Tekle"), ("Abdi Rahman Jama", "Cabdiraxmaan Jaamac"),
        ("Cali Geeddi (Dheere)", "Ali Ghedi"), ("Hassan, Amina Ali", "Amina Ali Hassan"),
    ])
    func `a name is known again in another spelling`(one: String, other: String) {
        #expect(Self.compare(one, other).isSuggested)
        #expect(Self.compare(other, one).score == Self.compare(one, other).score)
    }

    @Test(arguments: [
        ("Amina Hassan Ali", "Amira Hassan Ali"), ("Hassan Ali Omar", "Hussein Ali Omar"),
        ("حسن علي عمر", "حسين علي عمر"), ("Karim Hassan", "Karima Hassan"),
        ("كريم حسن", "كريمة حسن"), ("Amir Ali", "أميرة علي"), ("Salim Omar", "Salma Omar"),
        ("محمد علي", "محمود علي"), ("Maxamed Cali", "Maxamuud Cali"),
        ("Ahmed Ali Hassan", "Mohamed Ali Hassan"), ("Erik Johansson", "Erika Johansson"),
        ("Anna Svensson", "Hanna Svensson"), ("Abdulkarim Hassan", "Abdulkadir Hassan"),
        ("Abdirahim Ali", "Abdirahman Ali"), ("Soran Azad", "Goran Azad"),
        ("Amina Hassan", "Amina Warsame"), ("Ali", "Omar"),
    ])
    func `names that are near and others stay apart`(one: String, other: String) {
        #expect(!Self.compare(one, other).isSuggested)
    }

    @Test func `two years between their births tell people apart, one does not`() {
        let name = "Amina Hassan Ali"
        #expect(Self.compare(name, 1980, name, 1980).score == 1)
        #expect(Self.compare(name, 1980, name, 1981).isSuggested)
        let other = Self.compare(name, 1980, name, 1982)
        #expect(!other.isSuggested)
        #expect(other.reasons == [.sameSpelling, .otherBirthYear])
        let plain = Self.compare("Amina Xasan", "Amina Hassan Ali")
        #expect(Self.compare("Amina Xasan", 1980, "Amina Hassan Ali", 1980).score > plain.score)
    }

    @Test func `a missing grandfather and another order are said`() {
        let comparison = Self.compare("Xasan Aamina", "Amina Hassan Ali")
        #expect(comparison.isSuggested)
        #expect(comparison.reasons == [.spelledOtherwise, .otherOrder, .partMissing])
        let apart = Self.compare("Gebre Mariam Tesfay", "Gebremariam Tesfay")
        #expect(apart.reasons.contains(.writtenApart))
    }

    @Test func `what is no name is like nothing`() {
        for text in ["", "  ", "--", "123", "()", "\u{200F}"] {
            #expect(NameForm(text).isEmpty)
            #expect(Self.compare(text, "Amina").score == 0)
            #expect(!Self.compare(text, text).isSuggested)
        }
        let long = String(repeating: "Amina ", count: 400)
        #expect(NameForm(long).words.count == 8)
        #expect(Self.compare(long, long).isSuggested)
        #expect(!Self.compare(String(repeating: "a", count: 5000), "Amina").isSuggested)
    }

    @Test func `the best of several writings speaks`() {
        let comparison = NameMatching.compare(
            [NameForm("Okänd"), NameForm("فاطمة علي")], [NameForm("Fatima Ali")])
        #expect(comparison.isSuggested)
    }
}
