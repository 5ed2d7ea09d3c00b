/// What `kept_stale` tells apart, in the order in which it is derived.
///
/// Sessions stand there by their own keys, people and enrolments by those of their pages.
enum KeptKind: Int64, CaseIterable, Sendable {
    case session = 1
    /// Of a session whose plan stays.
    case marks = 2
    case people = 3
    case enrolments = 4

    /// Of how many bits of a key the rest is its page.
    var pageBits: Int64 {
        switch self {
        case .session, .marks: 4
        case .people: 8
        case .enrolments: 7
        }
    }

    /// The keys that stand on a page.
    func keys(of page: Int64) -> ClosedRange<Int64> {
        let first = page << pageBits
        return first...(first | (1 << pageBits - 1))
    }

    /// The first byte of everything packed; another is read as if nothing were kept.
    static let version: UInt8 = 2
}

/// What a row of `kept_stale` names.
struct StaleKey {
    let kind: KeptKind
    /// A session's own, or a page's.
    let key: Int64

    /// Of a session's marks, the session.
    var whole: StaleKey { kind == .marks ? StaleKey(kind: .session, key: key) : self }
}
