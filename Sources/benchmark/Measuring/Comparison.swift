/// One thing measured, and its yardstick where it has one.
struct Comparison {
    let name: String
    let unit: Unit
    let measured: Double
    var yardstick: Double?
    /// What the yardstick was; or empty.
    var against = ""
    var target: Target?

    enum Unit: String {
        case milliseconds = "ms"
        case perSecond = "1/s"
        case megabytes = "MB"
    }

    enum Target {
        /// Of the ratio.
        case ratioAtMost(Double)
        case ratioAtLeast(Double)
        /// Of what was measured, in its unit.
        case below(Double)
    }

    var ratio: Double? { yardstick.map { measured / $0 } }

    var meetsTarget: Bool {
        switch target {
        case .ratioAtMost(let most)?: (ratio ?? .infinity) <= most
        case .ratioAtLeast(let least)?: (ratio ?? 0) >= least
        case .below(let limit)?: measured < limit
        case nil: true
        }
    }
}
