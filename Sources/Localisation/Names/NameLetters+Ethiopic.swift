/// The syllables of Tigrinya and Amharic, as sounds.
enum EthiopicLetters {
    static func covers(_ letter: Unicode.Scalar) -> Bool {
        (0x1200...0x135A).contains(letter.value)
    }

    /// Rows of eight syllables that sound alike today, to the first of them: ሠ to ሰ and so on.
    static func folded(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        let row = letter.value & ~7
        guard covers(letter), let other = alike[row] else { return letter }
        let order =
            row == 0x12A0 || row == 0x12D0 ? gutturalOrder(letter.value & 7) : letter.value & 7
        return Unicode.Scalar(other + order) ?? letter
    }

    private static let alike: [UInt32: UInt32] = [
        0x1210: 0x1200, 0x1280: 0x1200, 0x1220: 0x1230, 0x12D0: 0x12A0, 0x12A0: 0x12A0,
        0x1340: 0x1338,
    ]

    /// አ and ኣ are one vowel.
    private static func gutturalOrder(_ order: UInt32) -> UInt32 { order == 0 ? 3 : order }

    static func sounds(_ letters: [Unicode.Scalar]) -> [Sound] {
        var sounds: [Sound] = []
        for (index, letter) in letters.enumerated() {
            guard covers(letter), let row = rows[letter.value & ~7] else { continue }
            let isLast = index == letters.count - 1
            sounds += row.utf8
            let vowel = vowel(letter.value & 7, row: row, isFirst: index == 0, isLast: isLast)
            sounds += vowel.utf8
        }
        return sounds
    }

    private static func vowel(
        _ order: UInt32, row: String, isFirst: Bool, isLast: Bool
    ) -> String {
        switch order {
        case 0: gutturals.contains(row) ? (isLast ? "A" : "a") : isLast ? "e" : "K"
        case 1: "u"
        case 2: "i"
        case 3: isLast ? "A" : "a"
        case 4: "e"
        case 5: row.isEmpty && isFirst ? "?" : isLast ? "" : "~"
        case 6: "o"
        default: isLast ? "WA" : "Wa"
        }
    }

    private static let gutturals: Set<String> = ["", "h", "H", "X", "3"]

    /// The consonant of each row of eight code points.
    private static let rows: [UInt32: String] = [
        0x1200: "h", 0x1208: "l", 0x1210: "H", 0x1218: "m", 0x1220: "s", 0x1228: "r",
        0x1230: "s", 0x1238: "S", 0x1240: "q", 0x1248: "qW", 0x1250: "q", 0x1258: "qW",
        0x1260: "b", 0x1268: "v", 0x1270: "t", 0x1278: "C", 0x1280: "h", 0x1288: "hW",
        0x1290: "n", 0x1298: "nY", 0x12A0: "", 0x12A8: "k", 0x12B0: "kW", 0x12B8: "X",
        0x12C0: "XW", 0x12C8: "w", 0x12D0: "3", 0x12D8: "z", 0x12E0: "Z", 0x12E8: "y",
        0x12F0: "d", 0x12F8: "d", 0x1300: "j", 0x1308: "g", 0x1310: "gW", 0x1318: "ng",
        0x1320: "t", 0x1328: "C", 0x1330: "p", 0x1338: "P", 0x1340: "P", 0x1348: "f",
        0x1350: "p",
    ]
}
