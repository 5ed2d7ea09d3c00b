/// Two sessions at the same time that need the same person or the same room.
package struct Clash: Sendable, Hashable {
    package enum Over: Sendable, Hashable {
        /// Planned, or there, at both.
        case person(Person.ID)
        /// As the groups' venue is written.
        case venue(String)
    }

    package let over: Over
    package let date: LocalDate
    package let first: Session.ID
    package let second: Session.ID

    package init(over: Over, date: LocalDate, first: Session.ID, second: Session.ID) {
        self.over = over
        self.date = date
        self.first = first
        self.second = second
    }
}

extension Clash {
    /// The same for the same clashes in whatever order (FNV-1a, 64 bits).
    static func digest(of clashes: [Clash]) -> Identifier<Clash> {
        let lines = clashes.map { clash in
            let over =
                switch clash.over {
                case .person(let person): "person \(person)"
                case .venue(let venue): "venue \(venue)"
                }
            return "\(clash.date) \(clash.first) \(clash.second) \(over)\n"
        }
        let bits = lines.sorted().joined().utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
        return Identifier(bits: bits)
    }
}
