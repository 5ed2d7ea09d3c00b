import Courses
import Testing

/// Who belongs with whom, where what was noted contradicts itself.
@Suite struct PartiesTests {
    private let people = (1...4).map { Person.ID(bits: $0) }

    private func parties(_ noted: (PartyKind, [Int])...) -> Parties {
        Parties(
            noted.enumerated().map { index, party in
                Party(
                    id: Party.ID(bits: UInt64(index)), kind: party.0,
                    members: party.1.map { people[$0] }, childcare: 0)
            })
    }

    @Test func `people who belong with the same third belong together`() {
        let parties = parties((.together, [0, 1]), (.together, [1, 2]))
        for person in people[0...2] {
            #expect(parties.together(with: person) == Set(people[0...2]))
        }
        #expect(parties.together(with: people[3]) == [people[3]])
    }

    @Test(arguments: [0, 1, 2])
    func `people kept apart are so however others belong with both`(_ place: Int) {
        var noted: [(PartyKind, [Int])] = [(.together, [0, 1]), (.together, [1, 2])]
        noted.insert((.apart, [0, 2]), at: place)
        let parties = parties(noted[0], noted[1], noted[2])
        #expect(parties.apart(from: people[0]) == [people[2]])
        #expect(parties.apart(from: people[2]) == [people[0]])
        #expect(parties.together(with: people[0]) == [people[0], people[1]])
        #expect(parties.together(with: people[1]) == [people[0], people[1]])
        #expect(parties.together(with: people[2]) == [people[2]])
    }

    @Test func `of two people that holds which was noted of both last`() {
        let joined = parties((.apart, [0, 1]), (.together, [0, 1]))
        #expect(joined.apart(from: people[0]).isEmpty)
        #expect(joined.together(with: people[0]) == [people[0], people[1]])
        let parted = parties((.together, [0, 1]), (.apart, [0, 1]))
        #expect(parted.apart(from: people[0]) == [people[1]])
        #expect(parted.together(with: people[0]) == [people[0]])
    }
}
