/// People in a round who are placed together, or kept apart.
package struct Party: Sendable, Equatable {
    package typealias ID = Identifier<PartyKind>

    package let id: ID
    package let kind: PartyKind
    /// By id.
    package let members: [Person.ID]
    /// How many children they bring, as was noted of the party.
    package let childcare: Int

    package init(id: ID, kind: PartyKind, members: [Person.ID], childcare: Int) {
        self.id = id
        self.kind = kind
        self.members = members
        self.childcare = childcare
    }
}

/// Who belongs with whom among the people of a round.
///
/// Of two people that holds which was noted of both last. Whoever belongs with the same third
/// belongs together too, unless they, or others whom that would bring together, are kept apart.
package struct Parties: Sendable, Equatable {
    /// In the order in which they were noted.
    package let all: [Party]
    private let companies: [Set<Person.ID>]
    private let company: [Person.ID: Int]
    private let kept: [Person.ID: Set<Person.ID>]

    package init(_ all: [Party]) {
        self.all = all
        kept = Self.apart(all)
        var joining = Joining(kept: kept)
        for party in all where party.kind == .together { joining.join(party.members) }
        companies = joining.companies
        company = joining.company
    }

    /// Everybody who is placed with somebody, themselves among them.
    package func together(with person: Person.ID) -> Set<Person.ID> {
        company[person].map { companies[$0] } ?? [person]
    }

    /// Whom somebody must not meet.
    package func apart(from person: Person.ID) -> Set<Person.ID> { kept[person] ?? [] }

    private static func apart(_ all: [Party]) -> [Person.ID: Set<Person.ID>] {
        var kept: [Person.ID: Set<Person.ID>] = [:]
        for party in all {
            for person in party.members {
                let others = Set(party.members).subtracting([person])
                switch party.kind {
                case .apart: kept[person, default: []].formUnion(others)
                case .together: kept[person]?.subtract(others)
                }
            }
        }
        return kept
    }
}

/// Companies as they grow, party by party.
private struct Joining {
    let kept: [Person.ID: Set<Person.ID>]
    private(set) var companies: [Set<Person.ID>] = []
    private(set) var company: [Person.ID: Int] = [:]

    init(kept: [Person.ID: Set<Person.ID>]) {
        self.kept = kept
    }

    mutating func join(_ people: [Person.ID]) {
        for (index, one) in people.enumerated() {
            for other in people[(index + 1)...] { join(one, other) }
        }
    }

    private mutating func join(_ one: Person.ID, _ other: Person.ID) {
        let (into, from) = (number(of: one), number(of: other))
        guard into != from, areCompatible(companies[into], companies[from]) else { return }
        for person in companies[from] { company[person] = into }
        companies[into].formUnion(companies[from])
        companies[from] = []
    }

    private mutating func number(of person: Person.ID) -> Int {
        if let known = company[person] { return known }
        companies.append([person])
        company[person] = companies.count - 1
        return companies.count - 1
    }

    private func areCompatible(_ some: Set<Person.ID>, _ others: Set<Person.ID>) -> Bool {
        some.allSatisfy { kept[$0]?.isDisjoint(with: others) ?? true }
    }
}
