import Courses

/// Invented people's names, in Latin and in their own script, the same every time.
enum Names {
    struct Name {
        let native: String
        let latin: String
    }

    static let women: [Name] = pairs(
        """
        فاطمة Fatima|مريم Maryam|عائشة Aisha|هدى Huda|زينب Zainab|نور Nour|سارة Sara|ليلى Layla|
        رانيا Rania|سمر Samar|Hodan Hodan|Amina Amina|Ifrah Ifrah|Sahra Sahra|Fadumo Fadumo|
        پروین Parwin|شکریه Shukria|نرگس Nargis|زهرا Zahra|ሰላም Selam|ራሄል Rahel|ሚሪያም Miriam|
        ኣስቴር Aster|شیرین Shirin|هێرۆ Hero|نەسرین Nasrin|Berîvan Berivan|Rojîn Rojin|Zîn Zin|
        Gulîstan Gulistan
        """)
    static let men: [Name] = pairs(
        """
        محمد Mohamed|أحمد Ahmad|علي Ali|حسن Hasan|يوسف Yousef|عمر Omar|خالد Khaled|إبراهيم Ibrahim|
        مصطفى Mustafa|سامي Sami|Cabdi Abdi|Maxamed Mohamed|Xasan Hassan|Axmed Ahmed|Warsame Warsame|
        رحیم Rahim|فرید Farid|نجیب Najib|جاوید Jawid|ዮናስ Yonas|ተስፋይ Tesfay|ሚካኤል Mikael|
        ብርሃነ Berhane|ئازاد Azad|کاوە Kawa|هێمن Hemin|Azad Azad|Serhat Serhat|Dilovan Dilovan|
        Ciwan Ciwan
        """)
    static let families: [Name] = pairs(
        """
        الحسن Al-Hasan|الخطيب Al-Khatib|حداد Haddad|منصور Mansour|العلي Al-Ali|صالح Saleh|
        درويش Darwish|قاسم Qasim|Warsame Warsame|Jaamac Jama|Cali Ali|Nuur Nur|Xirsi Hirsi|
        Guuleed Guled|احمدی Ahmadi|رحیمی Rahimi|نوری Noori|حیدری Haidari|محمدی Mohammadi|
        ተስፋማርያም Tesfamariam|ገብረመድህን Gebremedhin|ኣብርሃ Abraha|ሃይለ Haile|کەریم Karim|
        ڕەسوڵ Rasul|عەزیز Aziz|Yildiz Yildiz|Demir Demir|Şahîn Sahin|Öztürk Öztürk
        """)

    private static func pairs(_ text: String) -> [Name] {
        text.split(separator: "|").compactMap { pair in
            let words = pair.split(whereSeparator: \.isWhitespace).map(String.init)
            return words.count == 2 ? Name(native: words[0], latin: words[1]) : nil
        }
    }

    /// Names as a register has them, two of three in Latin script.
    static func mixed(_ count: Int) -> [String] {
        let entropy = Entropy.seeded(4)
        let given = women + men
        return (0..<count).map { index in
            let bits = entropy.bits()
            let first = given[Int(bits % UInt64(given.count))]
            let second = given[Int((bits >> 16) % UInt64(given.count))]
            let family = families[Int((bits >> 32) % UInt64(families.count))]
            return index.isMultiple(of: 3)
                ? "\(first.native) \(second.native) \(family.native)"
                : "\(first.latin) \(second.latin) \(family.latin)"
        }
    }
}
