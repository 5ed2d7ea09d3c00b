/// How far one sound is from another, and from nothing, in hundredths of a whole letter.
///
/// The numbers are judgements about how names travel between scripts, not measurements: 0 is
/// the same sound in two spellings, 10 a common respelling, 35 a slip, 100 another letter.
enum SoundCosts {
    static func exchange(_ one: Sound, _ other: Sound) -> Int {
        one == other ? 0 : Int(exchanges[Int(one & 127) << 7 | Int(other & 127)])
    }

    private static let exchanges: [UInt8] = {
        var table = [UInt8](repeating: 100, count: 128 * 128)
        for one in 0..<128 {
            // A vowel for a consonant is no exchange: it is one of each left out.
            for other in 0..<128 where Sound(one).isVowel != Sound(other).isVowel {
                table[one << 7 | other] = 130
            }
        }
        for (cost, words) in near {
            for word in words.split(separator: " ") {
                let letters = Array(word.utf8)
                for other in letters.dropFirst() {
                    let (here, there) = (Int(letters[0]), Int(other))
                    table[here << 7 | there] = min(cost, table[here << 7 | there])
                    table[there << 7 | here] = min(cost, table[there << 7 | here])
                }
            }
        }
        return table
    }()

    /// By cost: the first sound of each word beside each of the others.
    private static let near: [(UInt8, String)] = [
        (0, "Hhx Xx 3ac Wuw Yyi Kae Aa BhHxAa VAaiY ?aeiou3 QC"),
        (3, "kq 3eiou Wo ~i"),
        (5, "hx Wv vw ck ~eK BeK Ye Z?"),
        (8, "DdzZ Gg cj AKe Vye jyY QXxHk"),
        (10, "Tts ei ou cCs Zj wu va3 QSh"),
        (15, "ae Xhk pbf fv Ps Cj AoB gqj qGc ~ou Ko zD jC"),
        (20, "HX SCs Pt PCz ~a kc Sj"),
        (22, "Kiu eo oa sz"),
        (25, "Zz vb gy yi SZ"),
        (30, "ai Ss C? CP Pj kxG cg Wf Qj"),
        (35, "td dz gk uo3 Wb kX au"),
        (40, "DT Tz Dt Ai aYW eW dT"),
        (65, "eu iu"),
        (50, "pv bw bf wf Ds AYu dj oi ouY Vo iW"),
        (60, "mn lr sC zj rG"),
        // Neighbours on the keyboard.
        (65, "rtdf sd df fg hgjn jkn kl bnv zx cv pl wq"),
        (55, "as ar ed er es ij ik ol op uh uj uy"),
    ]

    /// What a sound costs that only one of two words has, in hundredths.
    static func gap(_ place: SoundPlace, besideAbjad: Bool) -> Int {
        let sound = place.sound
        if sound == Sound.article { return 2 }
        if sound.isGlide { return glideGap(place, besideAbjad: besideAbjad) }
        guard sound.isVowel else { return consonantGap(place) }
        if place.isHeard { return 40 }
        let row = besideAbjad ? vowelsBesideAbjad[Int(sound)] : vowels[Int(sound)]
        // Arabic writes a long u; a short one stands early in a name.
        if besideAbjad, sound == Sound(ascii: "u"), place.index > 3, !place.isLast { return 45 }
        return place.isFirst ? row.first : place.isLast ? row.last : row.inside
    }

    private typealias Row = (first: Int, inside: Int, last: Int)

    private static func rows(_ list: [(String, Row)]) -> [Row] {
        var rows = [Row](repeating: (40, 40, 40), count: 128)
        for (letters, row) in list {
            for letter in letters.utf8 { rows[Int(letter)] = row }
        }
        return rows
    }

    private static let vowels = rows([
        ("a", (35, 22, 60)), ("e", (35, 20, 35)), ("i", (30, 20, 40)), ("o", (35, 28, 45)),
        ("u", (30, 44, 30)), ("K", (35, 20, 50)), ("~", (5, 2, 0)), ("?", (25, 20, 20)),
        ("A", (40, 40, 60)), ("V", (40, 30, 45)),
    ])

    /// Arabic script leaves short vowels out, but hardly one that a name begins or ends with.
    private static let vowelsBesideAbjad = rows([
        ("a", (40, 3, 55)), ("e", (40, 3, 30)), ("i", (40, 5, 45)), ("o", (40, 12, 45)),
        ("u", (40, 12, 35)), ("K", (40, 3, 50)), ("~", (5, 0, 0)), ("?", (25, 20, 20)),
        ("A", (40, 40, 60)), ("V", (40, 30, 45)),
    ])

    private static func glideGap(_ place: SoundPlace, besideAbjad: Bool) -> Int {
        if place.isFirst { return 70 }
        if besideAbjad { return 50 }
        let isWeak = place.isBesideVowel
        return place.isLast ? 40 : isWeak ? 15 : 45
    }

    private static func consonantGap(_ place: SoundPlace) -> Int {
        let row = consonants[Int(place.sound)]
        return place.isFirst ? row.first : place.isLast ? row.last : row.inside
    }

    private static let consonants: [Row] = {
        var table = rows([
            ("3", (3, 3, 5)), ("c", (5, 25, 15)), ("h", (70, 25, 8)), ("H", (70, 30, 25)),
            ("x", (60, 35, 30)), ("B", (35, 35, 35)), ("n", (90, 65, 80)),
            ("G", (80, 45, 60)), ("t", (90, 85, 60)),
        ])
        for letter in "bpfvmdszkqgrlTDSCZXPjQ".utf8 { table[Int(letter)] = (100, 85, 85) }
        return table
    }()
}

/// A sound and where in its word it stands.
struct SoundPlace {
    let sound: Sound
    let isFirst: Bool
    let isLast: Bool
    let isBesideVowel: Bool
    let index: Int
    /// An i before another vowel, which tells Rania from Rana.
    let isHeard: Bool

    init(_ sounds: [Sound], _ index: Int) {
        sound = sounds[index]
        self.index = index
        isHeard =
            index > 0 && index + 1 < sounds.count && sounds[index] == Sound(ascii: "i")
            && sounds[index + 1].isVowel
        isFirst = index == 0
        isLast = index == sounds.count - 1
        isBesideVowel =
            (index > 0 && sounds[index - 1].mayBeVowel)
            || (index + 1 < sounds.count && sounds[index + 1].mayBeVowel)
    }
}
