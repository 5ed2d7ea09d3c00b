/// Names that hold an article, written together or apart: Abd-al-Rahman, Nur-al-Din,
/// Habib-Allah, Al-Hassan.
enum NameCompounds {
    /// Stands in a word's letters where an article is, or where a compound leaves it out.
    static let mark: Unicode.Scalar = "|"

    /// The letters with the mark instead of the article inside.
    static func marked(
        _ letters: [Unicode.Scalar], _ script: NameScript
    ) -> [Unicode.Scalar] {
        switch script {
        case .latin: latin(letters)
        case .arabic, .sorani: arabic(letters)
        case .ethiopic, .other: letters
        }
    }

    private static func latin(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var word = letters
        for ending in ["llaahi", "llahi", "llah"] where word.ends(with: ending) {
            word.removeLast(ending.unicodeScalars.count)
            dropVowel(from: &word)
            word += [mark] + Array("la".unicodeScalars)
            break
        }
        if word.count > 5, let start = dinStart(word) {
            word = word[..<start] + [mark] + Array("din".unicodeScalars)
        }
        return markedServant(word)
    }

    private static func dropVowel(from word: inout [Unicode.Scalar]) {
        while let last = word.last, "aeiou".unicodeScalars.contains(last) { word.removeLast() }
    }

    /// Where the article before a last -din begins; nil for another word.
    private static func dinStart(_ word: [Unicode.Scalar]) -> Int? {
        for ending in ["din", "deen", "dine", "diin", "dien"] where word.ends(with: ending) {
            var rest = Array(word.dropLast(ending.unicodeScalars.count))
            if let last = rest.last, last == "d" || last == "l" { rest.removeLast() }
            let before = rest.count
            dropVowel(from: &rest)
            guard rest.count >= 2, rest.count < before else { return nil }
            return rest.count
        }
        return nil
    }

    /// Abd-, Cabdi-, Ebdul-: servant of, before what God is called.
    private static func markedServant(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
        for stem in ["cabd", "abd", "ebd", "evd"] where word.starts(with: stem) {
            var rest = Array(word.dropFirst(stem.unicodeScalars.count))
            guard let first = rest.first else { return word }
            if first == mark { return word }
            guard "aeiou".unicodeScalars.contains(first) else {
                return rest.count >= 4 ? Array(stem.unicodeScalars) + [mark] + rest : word
            }
            while let vowel = rest.first, "aeiou".unicodeScalars.contains(vowel) {
                rest.removeFirst()
            }
            if isGod(rest) { return Array((stem + "|la").unicodeScalars) }
            if rest.count >= 3, rest[0] == "l" { rest.removeFirst() }
            guard rest.count >= 3 || rest.first == mark else { return word }
            return Array(stem.unicodeScalars) + [mark] + rest.filter { $0 != mark }
        }
        return word
    }

    private static func isGod(_ letters: [Unicode.Scalar]) -> Bool {
        ["la", "lah", "lahi", "laahi", "laah"].contains(
            String(String.UnicodeScalarView(letters)))
    }

    private static func arabic(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var word = letters
        for ending in ["الله", "اللە", "اللة", "وڵڵا", "ولا", "ولڵا", "ڵڵا"]
        where word.count > ending.unicodeScalars.count + 1 && word.ends(with: ending) {
            word.removeLast(ending.unicodeScalars.count)
            word += [mark] + Array("لا".unicodeScalars)
            break
        }
        for ending in ["الدين", "الدین", "ەددین", "ەدین", "ودین"]
        where word.count > ending.unicodeScalars.count + 1 && word.ends(with: ending) {
            word.removeLast(ending.unicodeScalars.count)
            word += [mark] + Array("دين".unicodeScalars)
            break
        }
        for stem in ["عبدال", "عبد", "عەبدول", "عەبدو", "عەبد", "ئەبدول"]
        where word.starts(with: stem) && word.count >= stem.unicodeScalars.count + 3 {
            let rest = word.dropFirst(stem.unicodeScalars.count).filter { $0 != mark }
            return Array("عبد".unicodeScalars) + [mark] + rest
        }
        return word
    }

    /// A first article taken off, where enough is left to be a name.
    static func withoutArticle(
        _ letters: [Unicode.Scalar], _ script: NameScript
    ) -> [Unicode.Scalar]? {
        let articles: [String] =
            switch script {
            case .latin: ["al", "el"]
            case .arabic, .sorani: ["ال"]
            case .ethiopic, .other: []
            }
        for article in articles where letters.starts(with: article) {
            let rest = Array(letters.dropFirst(article.unicodeScalars.count))
            return rest.count >= (script == .latin ? 4 : 3) ? rest : nil
        }
        return nil
    }
}

extension [Unicode.Scalar] {
    fileprivate func starts(with text: String) -> Bool { starts(with: text.unicodeScalars) }

    fileprivate func ends(with text: String) -> Bool {
        reversed().starts(with: text.unicodeScalars.reversed())
    }
}
