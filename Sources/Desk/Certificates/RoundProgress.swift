import Courses
import Localisation
import Statistics
import Store

/// How far everybody placed in a round has come, by the same count as the figures.
struct RoundProgress {
    struct Career {
        let person: Person.ID
        /// Where they were placed last.
        let group: Group.ID
        let language: Language
        let attended: Int
        let studyHours: Int
        let missed: [Session.ID]
        let hasWithdrawn: Bool
        let hasCompleted: Bool
    }

    let round: Round
    let careers: [Career]

    init(_ reading: Reading, of round: Round, at now: Instant) throws {
        self.round = round
        let named = try reading.namedFacts(of: .rounds([round.id]), at: now)
        let facts = named.facts
        careers = Achievement.all(of: facts, asOf: WallClock.date(now)).map { achievement in
            let placement = facts.placements[Int(achievement.placement)]
            return Career(
                person: named.people[Int(achievement.person)],
                group: facts.groups[Int(placement.group)].id,
                language: facts.languages[Int(placement.language)],
                attended: achievement.steps.count,
                studyHours: achievement.studyHours(facts),
                missed: achievement.missed.map { named.sessions[Int($0)] },
                hasWithdrawn: achievement.hasWithdrawn, hasCompleted: achievement.hasCompleted)
        }
    }
}
