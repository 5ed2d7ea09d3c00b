import Courses

/// Languages in the order in which they were first met, found by their tags' bytes: a short tag is
/// a number.
struct LanguageIndex: Sendable {
    private(set) var languages: [Language] = []
    private var short: [UInt64] = []
    private var long: [String: Int32] = [:]

    mutating func place(of tag: UnsafeRawBufferPointer) -> Int32 {
        guard tag.count <= 8 else { return place(ofLong: String(decoding: tag, as: UTF8.self)) }
        let number = tag.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        if let place = short.firstIndex(of: number) { return Int32(place) }
        return add(String(decoding: tag, as: UTF8.self), number)
    }

    private mutating func place(ofLong tag: String) -> Int32 {
        if let place = long[tag] { return place }
        let place = add(tag, .max)
        long[tag] = place
        return place
    }

    /// Where each of another's languages stands here; those not met before come last.
    mutating func places(of other: LanguageIndex) -> [Int32] {
        other.languages.map { language in
            var tag = language.rawValue
            return tag.withUTF8 { place(of: UnsafeRawBufferPointer($0)) }
        }
    }

    /// - Parameter number: of a long tag one that no short tag has.
    private mutating func add(_ tag: String, _ number: UInt64) -> Int32 {
        languages.append(Language(rawValue: tag))
        short.append(number)
        return Int32(languages.count - 1)
    }
}
