package import Courses

/// Which sessions of a round someone attended, by the numbers that these had in the group where
/// they were placed then.
package struct AttendedSessions: Sendable, Equatable {
    /// Position in `Facts.people`.
    package let person: Int32
    /// Position in `Facts.rounds`.
    package let round: Int32
    /// Rising; a number stands twice when two groups' sessions with it were attended.
    package let numbers: [Int]

    package init(person: Int32, round: Int32, numbers: [Int]) {
        self.person = person
        self.round = round
        self.numbers = numbers
    }
}

extension AttendedSessions {
    /// One for each person and round with any, by person and then round.
    package static func all(of facts: Facts) -> [AttendedSessions] {
        let visits = facts.numberedVisits().sorted {
            ($0.person, $0.round, $0.number) < ($1.person, $1.round, $1.number)
        }
        var all: [AttendedSessions] = []
        var numbers: [Int] = []
        for (index, visit) in visits.enumerated() {
            numbers.append(Int(visit.number))
            let next = index + 1 < visits.count ? visits[index + 1] : nil
            guard next?.person != visit.person || next?.round != visit.round else { continue }
            all.append(Self(person: visit.person, round: visit.round, numbers: numbers))
            numbers = []
        }
        return all
    }
}

extension Facts {
    fileprivate typealias NumberedVisit = (person: Int32, round: Int32, number: Int32)

    fileprivate func numberedVisits() -> [NumberedVisit] {
        var seating = Seating(self, Rosters(self))
        let marks = MarksBySession(self)
        var visits: [NumberedVisit] = []
        for session in sessions.indices where sessions[session].status == .taken {
            seating.open(session)
            for mark in marks[session]
            where mark.role == .member && mark.value == .present {
                let own = seating.ownGroups(of: mark.person)
                let numbers = seating.groups(of: session).filter { own.contains($0.group) }
                guard let number = numbers.map(\.number).min() else { continue }
                visits.append((mark.person, sessions[session].round, number))
            }
        }
        return visits
    }
}
