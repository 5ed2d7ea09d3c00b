package import Courses

/// Which protection a list states.
package enum ImportedProtection: String, Hashable, Sendable, CaseIterable {
    case none
    /// Sekretessmarkering; also meant by a bare yes.
    case confidential
    /// Skyddad folkbokföring.
    case protectedRegistration
}

/// What a list states about childcare.
package enum ImportedChildcare: Hashable, Sendable {
    case no
    /// Needed, for a number that is not said.
    case yes
    case children(Int)
}

extension ImportValue {
    /// Blank is unknown, and so is whatever is neither a woman nor a man. `M` is a man, `K` and `F` a
    /// woman.
    package static func gender(_ text: String) throws(ImportValueError) -> Gender {
        switch HeaderKey(text).letters {
        case "": .unknown
        case "k", "kvinna", "kvinnor", "kvinnlig", "kvinnligt", "f", "female", "w", "woman",
            "flicka", "tjej", "mamma", "mor", "mother":
            .woman
        case "m", "man", "manlig", "manligt", "male", "pojke", "kille", "pappa", "far",
            "father":
            .man
        case "okant", "okand", "unknown", "vetej", "villejuppge", "ejangivet", "saknas",
            "notstated", "prefernottosay", "u", "o", "annat", "annan", "ickebinar", "ickebinart",
            "nonbinary", "other", "x", "tredje":
            .unknown
        default: throw .notUnderstood
        }
    }

    /// Nil when blank or unknown.
    package static func yesNo(_ text: String) throws(ImportValueError) -> Bool? {
        switch HeaderKey(text).letters {
        case "": text.contains("✓") || text.contains("✔") ? true : try blank(text)
        case "j", "ja", "y", "yes", "x", "sant", "true", "1", "ok": true
        case "n", "nej", "no", "falskt", "false", "0", "ej", "inte", "inget", "ingen": false
        case "vetej", "okant", "unknown", "kanske", "maybe": nil
        default: throw .notUnderstood
        }
    }

    /// A dash or nothing at all says nothing; other signs are not understood.
    private static func blank(_ text: String) throws(ImportValueError) -> Bool? {
        guard ["", "-"].contains(text.plainASCII) else { throw .notUnderstood }
        return nil
    }

    /// Yes, no or for how many children. Nil when blank.
    package static func childcare(_ text: String) throws(ImportValueError) -> ImportedChildcare? {
        if Int(digits: text.plainASCII) != nil {
            let children = try count(text)
            return children == 0 ? .no : .children(children)
        }
        return try yesNo(text).map { $0 ? .yes : .no }
    }

    /// A whole number, the higher the sooner; a bare yes is 1, a no 0.
    package static func priority(_ text: String) throws(ImportValueError) -> Int {
        if text.contains(where: \.isNumber) { return try count(text, in: Wish.priorities) }
        do throws(ImportValueError) {
            if let isFirst = try yesNo(text) { return isFirst ? 1 : 0 }
        } catch {
            throw .notANumber
        }
        throw .notANumber
    }

    /// Blank is all.
    package static func groupWish(_ text: String) throws(ImportValueError) -> OpenTo {
        switch HeaderKey(text).letters {
        case "", "alla", "all", "blandad", "blandat", "blandadgrupp", "mixed", "mixedgroup", "any",
            "spelaringenroll", "valfri", "valfritt", "nej", "no":
            .all
        case "kvinna", "kvinnor", "kvinnogrupp", "endastkvinnor", "barakvinnor", "women",
            "womenonly", "womensgroup", "k":
            .women
        case "man", "mangrupp", "mansgrupp", "endastman", "baraman", "men", "menonly", "mensgroup",
            "m":
            .men
        default: throw .notUnderstood
        }
    }

    /// Blank is none; what is not understood is refused rather than taken for none.
    package static func protection(_ text: String) throws(ImportValueError) -> ImportedProtection {
        switch HeaderKey(text).letters {
        case "sekretess", "sekretessmarkering", "sekretessmarkerad", "skyddad", "skyddadidentitet",
            "skyddadepersonuppgifter", "protected", "confidential":
            .confidential
        case "skyddadfolkbokforing", "kvarskrivning", "kvarskriven", "protectedregistration":
            .protectedRegistration
        default: try yesNo(text) == true ? .confidential : .none
        }
    }
}
