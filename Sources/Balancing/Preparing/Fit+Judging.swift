import Courses

extension Fit {
    init(_ wish: Wish, _ kind: GroupKind) {
        judgeLanguages(wish, kind)
        if let slots = wish.slots, let slot = kind.slot, !slots.contains(slot) {
            obstacles.insert(.slot)
        }
        if !Self.admits(kind.openTo, wish) { obstacles.insert(.openTo) }
        if wish.childcare > 0, wish.childcare > kind.childcarePlaces {
            obstacles.insert(.childcare)
        }
    }

    private mutating func judgeLanguages(_ wish: Wish, _ kind: GroupKind) {
        var (isForeign, needsInterpreter) = (false, false)
        for languages in wish.languages {
            let best = languages.firstIndex { language in
                kind.languages.contains(language)
                    && (wish.interpreterOk || !kind.interpreted.contains(language))
            }
            if let best {
                rank += best
                spoken.insert(languages[best])
                continue
            }
            rank += languages.count
            if languages.contains(where: kind.languages.contains) {
                needsInterpreter = true
            } else {
                isForeign = true
            }
        }
        // People in at most two of a group's languages, even among themselves.
        if spoken.count > 2 { isForeign = true }
        if isForeign { obstacles.insert(.language) }
        if needsInterpreter { obstacles.insert(.interpreter) }
    }

    private static func admits(_ openTo: UInt8, _ wish: Wish) -> Bool {
        switch openTo {
        case 1: !wish.hasOtherThanWomen
        case 2: !wish.hasOtherThanMen
        default: true
        }
    }
}
