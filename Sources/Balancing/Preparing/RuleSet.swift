/// Hard rules that are in the way.
struct RuleSet: OptionSet, Hashable {
    let rawValue: UInt16

    static let language = RuleSet(.language)
    static let interpreter = RuleSet(.interpreter)
    static let slot = RuleSet(.slot)
    static let openTo = RuleSet(.openTo)
    static let childcare = RuleSet(.childcare)
    static let full = RuleSet(.full)
    static let closed = RuleSet(.closed)
    static let apart = RuleSet(.apart)
    static let lock = RuleSet(.lock)

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    init(_ code: BlockerCode) {
        rawValue = 1 << UInt16(BlockerCode.allCases.firstIndex(of: code) ?? 0)
    }

    /// In the order of the codes.
    var first: BlockerCode? {
        isEmpty ? nil : BlockerCode.allCases[rawValue.trailingZeroBitCount]
    }
}
