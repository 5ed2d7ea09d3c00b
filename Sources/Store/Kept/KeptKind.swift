/// What `kept_stale` tells apart, in the order in which it is derived.
enum KeptKind: Int64, CaseIterable {
    case session = 1
    /// Of a session whose plan stays.
    case marks = 2
    case people = 3
    case enrolments = 4

    /// Of how many bits of a key the rest is its page.
    var pageBits: Int64 {
        switch self {
        case .session, .marks: 0
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
    static let version: UInt8 = 1
}
