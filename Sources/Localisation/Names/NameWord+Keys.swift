extension NameWord {
    /// Changes with any change in how words are folded or what keys they get.
    package static let keyRules = 1

    /// Keys that two spellings of a name share although a consonant differs or is missing: its
    /// consonants, alike ones as one letter, and the same with each left out.
    package var searchKeys: [String] {
        var keys: Set<String> = []
        for sounds in [sounds, withoutArticle].compactMap(\.self) {
            let skeleton = Self.skeleton(sounds[...])
            keys.insert(Self.key(skeleton))
            guard skeleton.count > 2 else { continue }
            for index in skeleton.indices {
                var shorter = skeleton
                shorter.remove(at: index)
                keys.insert(Self.key(shorter.withoutDoubles))
            }
        }
        return keys.sorted()
    }

    /// The consonants alone, alike ones as one letter.
    package var skeletonKey: String {
        Self.key(Self.skeleton((withoutArticle ?? sounds)[...]))
    }

    private static func key(_ skeleton: [Sound]) -> String {
        skeleton.isEmpty ? "_" : String(decoding: skeleton, as: UTF8.self)
    }

    private static func skeleton(_ sounds: ArraySlice<Sound>) -> [Sound] {
        sounds.compactMap { classes[Int($0)] }.withoutDoubles
    }

    /// Vowels, glides and what is often left out stand for nothing.
    private static let classes: [Sound?] = {
        var table = [Sound?](repeating: nil, count: 128)
        for word in ["bp", "f", "dt", "szTDP", "jSCZQ", "kqgG", "hHxX", "r", "l", "m", "n"] {
            let letters = Array(word.utf8)
            for letter in letters { table[Int(letter)] = letters[0] }
        }
        return table
    }()
}
