import Courses
import Testing

/// Where an enrolment stands on a day, with steps that are dated ahead.
@Suite struct StandingTests {
    private let group = Group.ID(bits: 1)

    private func day(_ number: Int) -> LocalDate { LocalDate(dayNumber: 18_262 + number) }

    private func overview(
        _ steps: (EnrolmentStep, Int)..., places: [(from: Int, before: Int?)] = [],
        until: Int? = nil
    ) -> EnrolmentOverview {
        let person = Person.ID(bits: 1)
        return EnrolmentOverview(
            enrolment: Enrolment(
                id: Enrolment.ID(bits: 1), person: person, round: Round.ID(bits: 1),
                steps: steps.map { .init($0.0, on: day($0.1)) }, appliedOn: day(1),
                offer: until.map {
                    OfferedPlace(group: group, from: day($0), until: day($0))
                }),
            placements: places.map { place in
                Placement(
                    person: person, group: group, from: day(place.from),
                    before: place.before.map(day), language: .arabic)
            }, interpreterOk: false, childcare: 0)
    }

    private func standings(
        _ overview: EnrolmentOverview, _ days: Int...
    ) -> [EnrolmentStanding] {
        days.map { overview.standing(on: day($0), today: day($0)) }
    }

    @Test func `whoever is to wait again or to withdraw has their place until then`() {
        let waiting = overview(
            (.applied, 1), (.placed, 3), (.waitlisted, 20), places: [(3, 20)])
        #expect(standings(waiting, 1, 10, 19, 20) == [.placed, .placed, .placed, .waitlisted])
        let leaving = overview(
            (.applied, 1), (.placed, 3), (.withdrawn, 20), places: [(3, 20)])
        #expect(standings(leaving, 10, 19, 20) == [.placed, .placed, .withdrawn])
        #expect(leaving.withdraws(atEndOf: leaving.placements[0]))
        #expect(!waiting.withdraws(atEndOf: waiting.placements[0]))
    }

    @Test func `a later step that was decided earlier does not undo one decided since`() {
        let back = overview((.applied, 1), (.withdrawn, 5), (.applied, 4))
        #expect(standings(back, 3, 4, 6) == [.applied, .applied, .applied])
        let ahead = overview((.applied, 1), (.withdrawn, 5))
        #expect(standings(ahead, 4, 5) == [.applied, .withdrawn])
    }

    @Test func `an offer of a place later does not take the present one away`() {
        let offered = overview(
            (.applied, 1), (.placed, 3), (.waitlisted, 10), (.offered, 5), places: [(3, 10)],
            until: 12)
        #expect(standings(offered, 6, 10, 12, 13) == [.placed, .offered, .offered, .expired])
        #expect(offered.step(holdingOn: day(6)).step == .placed)
    }

    @Test func `seats are counted on the fullest day from a date on`() {
        let seats = [(1, 1, 10), (2, 10, nil), (3, 20, nil), (4, 1, 5)].map {
            (id: Int, from: Int, before: Int?) in
            Seat(
                person: Person.ID(bits: UInt64(id)), childcare: id, from: day(from),
                before: before.map(day))
        }
        #expect(Occupancy(most: seats, from: day(6)) == Occupancy(people: 2, children: 5))
        #expect(Occupancy(most: Array(seats[...0]), from: day(6)).people == 1)
        #expect(Occupancy(most: [], from: day(6)) == Occupancy(people: 0, children: 0))
    }
}
