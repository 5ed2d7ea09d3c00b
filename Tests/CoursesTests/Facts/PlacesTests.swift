import Courses
import Testing

@Suite struct PlacesTests {
    private static func facts(_ places: [PlacementFact]) -> Facts {
        var facts = Facts()
        facts.people = [Gender.woman, .man].map { PersonFact(gender: $0, birthDay: 0) }
        facts.groups = (0..<3).map { index in
            GroupFact(
                id: Group.ID(bits: UInt64(index)), name: "", round: 0, languages: [],
                closedFrom: index == 2 ? 15 : Facts.open)
        }
        facts.placements = places
        return facts
    }

    private static func place(
        _ group: Int32, from: Int32 = 0, before: Int32 = Facts.open, person: Int32 = 1
    ) -> PlacementFact {
        PlacementFact(person: person, group: group, from: from, before: before, language: 0)
    }

    /// Where somebody has places, and the only one in groups 0 and 2 on days 10 to 14.
    static let several: [([PlacementFact], Int32)] = [
        ([], Facts.none),
        ([place(0)], 0),
        ([place(0, person: 0)], Facts.none),
        ([place(1)], Facts.none),
        ([place(0, from: 10, before: 15)], 0),
        ([place(0, from: 11)], Facts.none),
        ([place(0, before: 14)], Facts.none),
        ([place(2)], 0),
        ([place(0, before: 10), place(2, from: 10)], 1),
        ([place(0, from: 15), place(1), place(0, before: 15)], 2),
        ([place(0), place(2)], Facts.none),
        ([place(0), place(2, from: 12, before: 13)], Facts.none),
        ([place(0), place(0)], Facts.none),
    ]

    @Test(arguments: several)
    func `the only place is one that holds on all of the days, with no other on any`(
        _ places: [PlacementFact], _ only: Int32
    ) {
        let places = Places(Self.facts(places))
        var groups = SessionGroups()
        groups.add(0)
        groups.add(2)
        #expect(places.only(of: 1, on: 10...14, in: groups) == only)
    }

    @Test func `in a group that is closed on one of the days nobody has the only place`() {
        let places = Places(Self.facts([Self.place(2)]))
        var groups = SessionGroups()
        groups.add(2)
        #expect(places.only(of: 1, on: 14...14, in: groups) == 0)
        #expect(places.only(of: 1, on: 14...15, in: groups) == Facts.none)
        #expect(places.only(of: 1, on: 15...15, in: groups) == Facts.none)
    }
}
