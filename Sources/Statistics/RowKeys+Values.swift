import Courses

extension RowKeys {
    /// The rows in the order of their keys.
    func sorted(by order: [Dimension], _ facts: Facts) -> [(row: Int, key: [DimensionValue])] {
        let ranks = Ranks(facts)
        let width = order.count
        var places: [Int] = []
        places.reserveCapacity(count * width)
        for row in 0..<count {
            let parts = parts(of: row)
            for dimension in order { places.append(ranks.place(of: dimension, parts)) }
        }
        let rows = (0..<count).sorted { left, right in
            for index in 0..<width {
                let difference = places[left * width + index] - places[right * width + index]
                if difference != 0 { return difference < 0 }
            }
            return false
        }
        return rows.map { row in
            let parts = parts(of: row)
            return (row, order.map { value(of: $0, parts, facts) })
        }
    }

    private func value(
        of dimension: Dimension, _ parts: (session: SessionPart, seat: SeatPart), _ facts: Facts
    ) -> DimensionValue {
        let (session, seat) = parts
        switch dimension {
        case .municipality: return .municipality(facts.municipality)
        case .term: return .term(Term(of: facts.rounds[session.round - 1].firstDay))
        case .programme: return .programme(facts.rounds[session.round - 1].programme)
        case .round:
            let round = facts.rounds[session.round - 1]
            return .round(round.id, code: round.code)
        case .group:
            let group = facts.groups[seat.group - 1]
            return .group(group.id, name: group.name)
        case .language:
            return .language(seat.language > 1 ? facts.languages[seat.language - 2] : nil)
        case .gender: return .gender(Gender.allCases[seat.gender - 1])
        case .ageBand:
            let bands = bands.bands
            return .ageBand(seat.band <= bands.count ? bands[seat.band - 1] : nil)
        case .mode: return .mode(SessionMode.allCases[session.mode - 1])
        case .month: return .month(Month(ordinal: session.month - 1))
        }
    }
}

/// Where each value stands among the others of its dimension.
private struct Ranks {
    private let programmes: [Int]
    private let terms: [Int]
    private let rounds: [Int]
    private let groups: [Int]
    private let languages: [Int]

    init(_ facts: Facts) {
        rounds = Self.ranks(of: facts.rounds) { ($0.firstDay, $0.code) < ($1.firstDay, $1.code) }
        terms = facts.rounds.map { Term(of: $0.firstDay).ordinal }
        programmes = Self.ranks(of: facts.rounds) { $0.programme < $1.programme }
        groups = Self.ranks(of: facts.groups) { ($0.name, $0.id) < ($1.name, $1.id) }
        languages = Self.ranks(of: facts.languages, by: <)
    }

    private static func ranks<Value>(
        of values: [Value], by precedes: (Value, Value) -> Bool
    ) -> [Int] {
        var ranks = [Int](repeating: 0, count: values.count)
        let order = values.indices.sorted { precedes(values[$0], values[$1]) }
        for (rank, index) in order.enumerated() { ranks[index] = rank }
        return ranks
    }

    func place(
        of dimension: Dimension, _ parts: (session: SessionPart, seat: SeatPart)
    ) -> Int {
        let (session, seat) = parts
        return switch dimension {
        case .municipality: 0
        case .programme: programmes[session.round - 1]
        case .term: terms[session.round - 1]
        case .round: rounds[session.round - 1]
        case .group: groups[seat.group - 1]
        case .language: seat.language > 1 ? languages[seat.language - 2] : .max
        case .gender: seat.gender
        case .ageBand: seat.band
        case .mode: session.mode
        case .month: session.month
        }
    }
}
