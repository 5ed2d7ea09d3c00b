import Courses

/// Month names where ICU has none in the reader's script, or none that its readers use.
enum MonthNames {
    /// Nil where ICU's own are right.
    static func months(_ calendar: CalendarSystem, _ language: Language) -> [String]? {
        switch (calendar, language) {
        case (.persian, .dari): dariPersian
        case (.persian, .sorani): soraniPersian
        case (.persian, .tigrinya): tigrinyaPersian
        case (.persian, .somali): latinPersian
        case (.persian, .arabic): arabicPersian
        case (.ethiopic, .tigrinya): tigrinyaEthiopic
        case (.ethiopic, .sorani): soraniEthiopic
        case (.islamic, .tigrinya): tigrinyaIslamic
        case (.islamic, .sorani): soraniIslamic
        default: nil
        }
    }

    private static let dariPersian = [
        "حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو",
        "حوت",
    ]
    private static let soraniPersian = [
        "خاکەلێوە", "گوڵان", "جۆزەردان", "پووشپەڕ", "گەلاوێژ", "خەرمانان", "ڕەزبەر", "خەزەڵوەر",
        "سەرماوەز", "بەفرانبار", "ڕێبەندان", "ڕەشەمە",
    ]
    private static let tigrinyaPersian = [
        "ፋርቫርዲን", "ኦርዲበሄሽት", "ኮርዳድ", "ቲር", "ሞርዳድ", "ሻህሪቫር", "መህር", "ኣባን", "ኣዛር", "ደይ", "ባህማን",
        "ኤስፋንድ",
    ]
    private static let latinPersian = [
        "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban",
        "Azar", "Dey", "Bahman", "Esfand",
    ]
    private static let arabicPersian = [
        "فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "آبان", "آذر", "دي",
        "بهمن", "إسفند",
    ]
    private static let tigrinyaEthiopic = [
        "መስከረም", "ጥቅምቲ", "ሕዳር", "ታሕሳስ", "ጥሪ", "ለካቲት", "መጋቢት", "ሚያዝያ", "ግንቦት", "ሰነ", "ሓምለ", "ነሓሰ",
        "ጳጉሜን",
    ]
    private static let soraniEthiopic = [
        "مێسکەرەم", "تێکێمت", "هێدار", "تاهساس", "تێر", "یێکاتیت", "مێگابیت", "میازیا", "گێنبۆت",
        "سێنێ", "هاملێ", "نێهاسێ", "پاگومێن",
    ]
    private static let tigrinyaIslamic = [
        "ሙሓረም", "ሰፈር", "ረቢዕ ኣልኣወል", "ረቢዕ ኣልኣኺር", "ጁማደ ኣልኡላ", "ጁማደ ኣልኣኺራ", "ረጀብ", "ሻዕባን", "ረመዳን",
        "ሸዋል", "ዙልቂዕዳ", "ዙልሒጃ",
    ]
    private static let soraniIslamic = [
        "موحەڕڕەم", "سەفەر", "ڕەبیعی یەکەم", "ڕەبیعی دووەم", "جومادای یەکەم", "جومادای دووەم",
        "ڕەجەب", "شەعبان", "ڕەمەزان", "شەووال", "زولقەعدە", "زولحیججە",
    ]
}
