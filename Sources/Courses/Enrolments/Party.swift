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
package struct Parties: Sendable, Equatable {
    /// In the order in which they were noted.
    package let all: [Party]

    package init(_ all: [Party]) {
        self.all = all
    }

    /// Everybody who is placed with somebody, themselves among them. Whoever was noted as apart
    /// later is so no longer.
    package func together(with person: Person.ID) -> Set<Person.ID> {
        var found: Set<Person.ID> = [person]
        var open = [person]
        while let next = open.popLast() {
            for (index, party) in all.enumerated()
            where party.kind == .together && party.members.contains(next) {
                for other in party.members
                where !found.contains(other) && !isParted(next, other, after: index) {
                    found.insert(other)
                    open.append(other)
                }
            }
        }
        return found
    }

    private func isParted(_ one: Person.ID, _ other: Person.ID, after index: Int) -> Bool {
        all[(index + 1)...].contains {
            $0.kind == .apart && $0.members.contains(one) && $0.members.contains(other)
        }
    }

    /// Whom somebody must not meet.
    package func apart(from person: Person.ID) -> Set<Person.ID> {
        let parted = all.filter { $0.kind == .apart && $0.members.contains(person) }
        let together = together(with: person)
        return Set(parted.flatMap(\.members)).subtracting(together)
    }
}
