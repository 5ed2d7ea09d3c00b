/// Latin letters, as sounds, whatever language spells with them: where languages disagree (c, x,
/// j) the letter stays, and `SoundCosts` holds it near all of its readings.
enum LatinLetters {
    /// Letters that an ASCII spelling writes with two, or whose mark changes the sound.
    static func spelled(_ letter: Unicode.Scalar) -> String? {
        special[letter]
    }

    private static let special: [Unicode.Scalar: String] = [
        "ş": "sh", "ș": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh", "ğ": "gh", "ı": "i",
        "ø": "o", "ö": "o", "æ": "a", "ä": "a", "å": "a", "ß": "ss", "ð": "dh", "þ": "th",
        "ḥ": "h", "ʿ": "", "ʾ": "", "ł": "l", "đ": "d", "ə": "a", "ǝ": "a",
    ]

    static func sounds(_ text: String) -> [Sound] {
        let letters = Array(text.utf8)
        var sounds: [Sound] = []
        var index = 0
        while index < letters.count {
            if let (length, read) = group(letters, at: index) {
                sounds += read
                index += length
            } else {
                sounds.append(single(letters, at: index))
                index += 1
            }
        }
        return sounds
    }

    private static func group(_ letters: [UInt8], at index: Int) -> (Int, [Sound])? {
        let isFirst = index == 0
        for length in [4, 3, 2, 1] where index + length <= letters.count {
            let text = letters[index..<index + length]
            let isLast = index + length == letters.count
            for entry in groups[length] where text.elementsEqual(entry.letters) {
                switch entry.place {
                case .anywhere: return (length, entry.sounds)
                case .first where isFirst: return (length, entry.sounds)
                case .last where isLast: return (length, entry.sounds)
                default: continue
                }
            }
        }
        return nil
    }

    private enum Place { case anywhere, first, last }
    private typealias Entry = (letters: [UInt8], sounds: [Sound], place: Place)

    /// By length; `^` marks what holds at the start only, `$` at the end only.
    private static let groups: [[Entry]] = {
        var table = [[Entry]](repeating: [], count: 5)
        for word in listed.split(whereSeparator: \.isWhitespace) {
            let sides = word.split(separator: "=", omittingEmptySubsequences: false)
            var letters = Array(sides[0].utf8)
            var place = Place.anywhere
            if letters.first == UInt8(ascii: "^") {
                place = .first
                letters.removeFirst()
            } else if letters.last == UInt8(ascii: "$") {
                place = .last
                letters.removeLast()
            }
            table[letters.count].append((letters, Array(sides[1].utf8), place))
        }
        return table
    }()

    private static let listed = """
        dsch=j tsch=C sch=S tch=C skj=S stj=S ssh=S sj=S sh=S ch=Q kh=X gue=ge gui=gi gh=G dh=D th=T zh=Z ph=f dj=j
        tj=C ck=k qu=kw qv=kv ts=P tz=P ^hj=y ^lj=y ^gj=y ^kj=C
        aou=aW aoo=aW ou=u oo=u ee=i ii=i aa=a ie=i ah$=B eh$=B a$=A aa$=A
        ai=aY ay=aY ei=eY ey=eY aai=aY aay=aY eey=eY oy=oY oi=oY aj$=aY ej$=eY
        au=aW aw=aW ao=aW ow=oW ew=eW
        ia$=iA iya$=iA iyah$=iA iah$=iA iyya$=iA ea$=iA
        """

    private static func single(_ letters: [UInt8], at index: Int) -> Sound {
        guard letters[index] == UInt8(ascii: "y"), index > 0 else { return letters[index] }
        let joins = index + 1 < letters.count && "aeiou".utf8.contains(letters[index + 1])
        return Sound(ascii: joins ? "y" : "i")
    }
}
