/// The letters of Arabic, Persian, Kurdish and Urdu, as sounds.
enum ArabicLetters {
    static func covers(_ letter: Unicode.Scalar) -> Bool {
        (0x0600...0x06FF).contains(letter.value) || (0x0750...0x077F).contains(letter.value)
    }

    /// Tatweel, vowel marks and what joins or parts letters without being one.
    static func isMark(_ letter: Unicode.Scalar) -> Bool {
        switch letter.value {
        case 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06ED: true
        default: false
        }
    }

    /// One letter for all the forms of one: what two spellings of the same word share.
    static func folded(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        forms[letter] ?? letter
    }

    private static let forms: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for word in ["اأإآٱ", "يیى", "كکڪ", "هەةہھۀ", "ؤو", "گګ", "رڕ", "لڵ"] {
            let letters = Array(word.unicodeScalars)
            for letter in letters.dropFirst() { table[letter] = letters[0] }
        }
        return table
    }()

    private static let soranLetters = Set("ەێۆڕڵڤ".unicodeScalars)

    static func isSorani(_ letters: [Unicode.Scalar]) -> Bool {
        letters.contains(where: soranLetters.contains)
    }

    static func sounds(_ letters: [Unicode.Scalar]) -> [Sound] {
        var sounds: [Sound] = []
        var index = 0
        while index < letters.count {
            let next = index + 1 < letters.count ? letters[index + 1] : nil
            if letters[index] == "و", next == "و" {
                sounds.append(Sound(ascii: "u"))
                index += 2
                continue
            }
            let place = Place(
                isFirst: index == 0, isLast: next == nil, next: next,
                previous: index > 0 ? letters[index - 1] : nil)
            if let sound = sound(letters[index], place) { sounds.append(sound) }
            index += 1
        }
        return sounds
    }

    private struct Place {
        let isFirst: Bool
        let isLast: Bool
        let next: Unicode.Scalar?
        let previous: Unicode.Scalar?
    }

    private static func sound(_ letter: Unicode.Scalar, _ place: Place) -> Sound? {
        switch letter {
        case "ا", "أ", "إ", "ٱ":
            return place.isFirst
                ? (isVowel(place.next) ? nil : Sound(ascii: "?"))
                : place.isLast ? Sound(ascii: "A") : Sound(ascii: "a")
        case "آ": return Sound(ascii: "a")
        case "ء": return nil
        case "ئ": return place.isFirst || isVowel(place.next) ? nil : Sound(ascii: "Y")
        case "ة": return Sound(ascii: "A")
        case "ى": return place.isLast ? Sound(ascii: "V") : Sound(ascii: "Y")
        case "ه", "ہ", "ھ", "ۀ":
            guard place.isLast, let previous = place.previous else { return Sound(ascii: "h") }
            return previous == "ا" ? Sound(ascii: "h") : Sound(ascii: "B")
        case "ە": return place.isLast ? Sound(ascii: "A") : Sound(ascii: "K")
        default: return plain[letter]
        }
    }

    /// Letters that are always vowels, before which a carrier is silent.
    private static func isVowel(_ letter: Unicode.Scalar?) -> Bool {
        guard let letter else { return false }
        return "اێۆەیيوى".unicodeScalars.contains(letter)
    }

    private static let plain: [Unicode.Scalar: Sound] = {
        let pairs = """
            بb پp تt ثT جj چC حH خX دd ذD رr ڕr زz ژZ سs شS صs ضD طt ظD ع3 غG فf ڤv قq
            كk کk ڪk گg ګg لl ڵl مm نn ںn وW ؤW ۆo ێe يY یY ټt ډd ړr ښS ځz څs ڼn ۍY ېe ٹt ڈd ڑr
            """
        var table: [Unicode.Scalar: Sound] = [:]
        for pair in pairs.split(whereSeparator: \.isWhitespace) {
            let scalars = Array(pair.unicodeScalars)
            table[scalars[0]] = Sound(letter: scalars[1])
        }
        return table
    }()
}
