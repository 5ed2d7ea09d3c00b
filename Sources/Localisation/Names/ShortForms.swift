/// What people are called for short, and names that have gone far from a common origin: what no
/// comparison of letters finds.
enum ShortForms {
    /// How alike a name and its short form are; nil where neither is one.
    static func similarity(_ one: NameWord, _ other: NameWord) -> Double? {
        if let name = fullForms[one.folded], name.contains(other.folded) { return pet }
        if let name = fullForms[other.folded], name.contains(one.folded) { return pet }
        return isHead(one, of: other) || isHead(other, of: one) ? stem : nil
    }

    private static let pet = 0.8
    private static let stem = 0.74

    /// Whether a compound is cut after its first half: Najib for Najibullah, Gebre for
    /// Gebremedhin.
    private static func isHead(_ short: NameWord, of long: NameWord) -> Bool {
        if let stem = short.stem, long.stem == nil, long.stemInside == stem { return true }
        guard let article = long.sounds.firstIndex(of: Sound.article), article >= 3 else {
            return false
        }
        return abs(short.sounds.count - article) <= 2
            && distance(short.sounds, Array(long.sounds[..<article])) <= 50
    }

    /// Which of the stems that are said alone a word is, or begins with.
    static func stems(_ sounds: [Sound]) -> (whole: Int?, inside: Int?) {
        let heard = sounds.filter { $0 != Sound(ascii: "~") }
        for (index, stem) in stems.enumerated() {
            guard let first = heard.first, SoundCosts.exchange(first, stem[0]) <= 20,
                heard.count + 1 >= stem.count
            else { continue }
            if heard.count <= stem.count + 1 {
                if distance(heard, stem) <= 36 { return (index, nil) }
            } else if distance(Array(heard.prefix(stem.count)), stem) <= 35 {
                return (nil, index)
            }
        }
        return (nil, nil)
    }

    private static func distance(_ one: [Sound], _ other: [Sound]) -> Int {
        SoundDistance.between(one, isAbjad: false, other, isAbjad: false, limit: 60)
    }

    private static let stems = [
        "gebre", "welde", "tesfa", "haYle", "tekle", "habte", "kidane", "berhane", "zere",
        "hagos", "amde", "asfa", "lete", "abdi",
    ].map { Array($0.utf8) }

    /// By the short form as written without marks.
    private static let fullForms: [String: Set<String>] = {
        var table: [String: Set<String>] = [:]
        for line in listed.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            table[words[0], default: []].formUnion(words.dropFirst())
        }
        return table
    }()

    private static let listed = """
        lasse lars lasse
        kalle karl carl
        pelle per peter petter par
        olle olof olov
        nisse nils
        bosse bo
        janne jan johan
        micke mikael michael
        nicke niklas nicklas niclas
        gurra gustav gustaf
        putte per
        affe alf
        ragge ragnar
        sigge sigurd sigvard
        totte torsten
        kattis katarina catarina katharina catharina
        kajsa katarina catarina karin
        carina katarina
        stina kristina christina
        tina kristina christina
        kicki kristina christina
        greta margareta margaretha
        maggan margareta margaretha
        lotta charlotta charlotte karlotta
        lotte charlotte charlotta
        lisa elisabet elisabeth
        lisbet elisabet elisabeth
        lisbeth elisabet elisabeth
        bettan elisabet elisabeth
        betty elisabet elisabeth
        lena helena magdalena
        malin magdalena
        sussie susanne susanna
        sanna susanna
        nettan annette anette
        mia maria
        maja maria
        anki annkristin
        viveka viveca vivica
        berit birgitta
        gitta birgitta
        gittan birgitta
        barbro barbara
        fadumo fatima faadumo faduma fatuma fatimah
        faadumo fatima fadumo faduma fatuma fatimah
        fatuma fatima fatimah
        """
}
