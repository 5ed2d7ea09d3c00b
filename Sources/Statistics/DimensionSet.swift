/// Dimensions without an order, asked in one instruction.
struct DimensionSet: OptionSet {
    let rawValue: UInt16

    static let programme = DimensionSet(.programme)
    static let round = DimensionSet(.round)
    static let group = DimensionSet(.group)
    static let language = DimensionSet(.language)
    static let gender = DimensionSet(.gender)
    static let ageBand = DimensionSet(.ageBand)
    static let mode = DimensionSet(.mode)
    static let month = DimensionSet(.month)
    static let term = DimensionSet(.term)
}

extension DimensionSet {
    private init(_ dimension: Dimension) {
        let bit: UInt16 =
            switch dimension {
            case .programme: 0
            case .round: 1
            case .group: 2
            case .language: 3
            case .gender: 4
            case .ageBand: 5
            case .mode: 6
            case .month: 7
            case .term: 8
            case .municipality: 9
            }
        self.init(rawValue: 1 << bit)
    }

    init(_ dimensions: [Dimension]) {
        self = dimensions.reduce([]) { $0.union(DimensionSet($1)) }
    }

    /// Sessions, and what is told of them as a whole, have no gender and no age.
    var splitPeople: Bool { !isDisjoint(with: [.gender, .ageBand]) }
    /// A course is completed over all its months and modes.
    var splitCourses: Bool { !isDisjoint(with: [.month, .mode]) }
    /// Someone who waits has no group yet.
    var splitWaiting: Bool { contains(.group) || splitCourses }
}
