import Courses
import Desk

/// What holds of everybody in a round, whatever has been done.
enum RoundInvariants {
    static func faults(_ rows: [EnrolmentRow], today: LocalDate) -> [String] {
        rows.flatMap { row -> [String] in
            let last = row.placements.last
            let isPlaced = row.placements.contains { $0.reaches(today) }
            let isOffered = row.enrolment.offer?.isOpen(on: today) ?? false
            let isRight =
                switch row.standing {
                case .placed: isPlaced
                case .offered: !isPlaced && isOffered
                // Whoever wants a place can be offered one, unless they are to leave.
                case .applied, .waitlisted, .expired:
                    !isPlaced && !isOffered
                        && (EnrolmentStep.offered.mayFollow(row.enrolment.step)
                            || row.enrolment.stepOn > today)
                case .declined, .withdrawn:
                    !isPlaced && EnrolmentStep.applied.mayFollow(row.enrolment.step)
                }
            let endsInNothing = row.enrolment.step == .placed && last?.before != nil
            return (isRight ? [] : ["somebody \(row.standing) stands in no list, or in two"])
                + (endsInNothing ? ["somebody's place ends, and nothing follows"] : [])
        } + (Set(rows.map(\.enrolment.person)).count == rows.count ? [] : ["somebody twice"])
    }

    /// How many seats are taken on the fullest day from today on.
    static func seats(_ rows: [EnrolmentRow], today: LocalDate) -> [Group.ID: Int] {
        var seats: [Group.ID: [Seat]] = [:]
        for row in rows {
            let person = row.enrolment.person
            for place in row.placements where place.reaches(today) {
                seats[place.group, default: []].append(
                    Seat(
                        person: person, childcare: row.childcare, from: place.from,
                        before: place.before))
            }
            if let offer = row.enrolment.offer, offer.isOpen(on: today) {
                seats[offer.group, default: []].append(
                    Seat(person: person, childcare: row.childcare, from: offer.from, before: nil))
            }
        }
        return seats.mapValues { Occupancy(most: $0, from: today).people }
    }
}
