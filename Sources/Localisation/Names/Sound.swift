/// One sound of a name, in ASCII: what the letters of every script are read as.
///
/// Some stand for a choice that the writing leaves open; `SoundCosts` says how near each is to
/// the others.
///
/// | sounds | read from |
/// |---|---|
/// | `b p f v w m n t d s z k q g h r l y j` | as in English; `j` may also be a Swedish j |
/// | `T D S C Z G X P` | th (ث), dh (ذ ض ظ), sh, ch, zh, gh, kh (خ), ts (ጸ) |
/// | `H 3` | ح and ع, which Somali writes x and c |
/// | `x c Q` | the Latin letters: ح or kh; ع, j or k; ch, which is kh in German and sh in French |
/// | `W Y` | و (w v u o) and ي (y i e), and the end of a diphthong |
/// | `a e i o u` | vowels |
/// | `K` | between a and e: ە and the first Ethiopic order |
/// | `~ ?` | the sixth Ethiopic order, where often nothing is heard; a first alef |
/// | `A B V` | the last letter: a or ة, ه, ى |
/// | `L` | where an article stands inside a compound; costs nothing |
typealias Sound = UInt8

extension Sound {
    init(letter: Unicode.Scalar) { self = UInt8(truncatingIfNeeded: letter.value) }

    static let article = Sound(ascii: "L")
    static let vowels = Set("aeiouK~?AV".utf8)

    var isVowel: Bool { Self.vowels.contains(self) }
    /// A vowel, or a letter that may be one.
    var mayBeVowel: Bool { isVowel || self == Sound(ascii: "W") || self == Sound(ascii: "Y") }
    /// The end of a diphthong, or what joins two vowels.
    var isGlide: Bool { Self.glides.contains(self) }

    private static let glides = Set("WYwy".utf8)
}

/// What a word of a name is written in, as far as that decides which vowels can be missing.
package enum NameScript: Sendable, Equatable {
    case latin, arabic, ethiopic, other
    /// The Arabic letters of Sorani, which writes its vowels.
    case sorani
}
