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
        // Beside the round those in which somebody made up for a session of it, as figures do.
        let named = try reading.namedFacts(
            of: try FiguresReach.scope([round.id], reading), at: now)
        let facts = named.facts
        let achievements = Achievement.all(of: facts, asOf: WallClock.date(now)).filter {
            facts.rounds[Int($0.round)].id == round.id
        }
        careers = achievements.map { achievement in
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
