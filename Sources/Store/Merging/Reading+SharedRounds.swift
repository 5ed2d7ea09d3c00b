import Courses
internal import GRDB

/// One of two enrolments of what may be one person in a round.
struct MergingEnrolment {
    let key: Int64
    let person: Int64
    /// Nil where all of it was undone.
    let overview: EnrolmentOverview?
    let standing: EnrolmentStanding?
    /// The day of the last that has been decided of it, or on which its last place ended; and
    /// which step was taken last.
    let last: Moment?

    struct Moment: Comparable {
        let day: LocalDate
        let step: Int64

        static func < (one: Self, other: Self) -> Bool {
            (one.day, one.step) < (other.day, other.step)
        }
    }
}

extension MergingEnrolment {
    /// Of two that stand alike, that whose places last longer, or of which the later was decided,
    /// or else the one that was there first. Whoever left a place has left unless they applied
    /// since, whatever else came to an end.
    fileprivate func stands(for other: Self) -> Bool {
        if yieldsToday, other.yieldsToday, hasLeft != other.hasLeft {
            let (left, rival) = hasLeft ? (self, other) : (other, self)
            let holds = rival.standing?.hasEnded ?? true || left.isLater(than: rival)
            return holds == hasLeft
        }
        let (own, others) = (standing?.weight ?? -1, other.standing?.weight ?? -1)
        guard own == others else { return own > others }
        if standing == .withdrawn { return isLater(than: other) }
        guard standing == .placed, end != other.end else { return key < other.key }
        guard let end, let othersEnd = other.end else { return end == nil }
        return end > othersEnd
    }

    /// Whether they had a place and withdrew.
    private var hasLeft: Bool { standing == .withdrawn && overview?.placements.isEmpty == false }

    private func isLater(than other: Self) -> Bool {
        guard let last, let others = other.last else { return last != nil }
        return last > others
    }

    /// Of their last place; nil is without end.
    private var end: LocalDate? { overview?.placements.last?.before }

    private var yieldsToday: Bool { standing?.yields ?? true }

    /// Whether another enrolment may take its place; so may one whose places end by a withdrawal,
    /// where those of the other come after.
    fileprivate var yields: Bool {
        yieldsToday || overview?.enrolment.step == .withdrawn
    }
}

/// A round in which both are enrolled, and which enrolment stands for both.
struct SharedRound {
    let name: String
    let standing: MergingEnrolment
    let yielding: MergingEnrolment
}

extension Reading {
    /// Rounds in which both have a row; where nothing of the other's stands, theirs yields.
    ///
    /// - Parameter today: the day by which it is told where an enrolment stands.
    func sharedRounds(_ other: Int64, _ kept: Int64, today: LocalDate) throws -> [SharedRound] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT round.name, round.public_id, one.id AS one, two.id AS two
                FROM enrolment AS one JOIN enrolment AS two ON two.round_id = one.round_id
                    JOIN round ON round.id = one.round_id
                WHERE one.person_id = ? AND two.person_id = ? ORDER BY first_day, round.id
                """)
        return try Row.fetchAll(statement, arguments: [kept, other]).map { row in
            let round: Round.ID = row["public_id"]
            let one = try enrolment(row["one"], of: kept, in: round, today)
            let two = try enrolment(row["two"], of: other, in: round, today)
            let isKept = one.stands(for: two)
            return SharedRound(
                name: row["name"], standing: isKept ? one : two, yielding: isKept ? two : one)
        }
    }

    private func enrolment(
        _ key: Int64, of person: Int64, in round: Round.ID, _ today: LocalDate
    ) throws -> MergingEnrolment {
        let overview = try enrolment(ofKey: person, in: round)
        return MergingEnrolment(
            key: key, person: person, overview: overview,
            standing: overview?.standing(on: today, today: today),
            last: try overview.map { try lastDecided(key, $0, today) })
    }

    private func lastDecided(
        _ key: Int64, _ overview: EnrolmentOverview, _ today: LocalDate
    ) throws -> MergingEnrolment.Moment {
        let decided = overview.enrolment.step(on: today)?.on ?? overview.enrolment.stepOn
        let ended = overview.placements.compactMap(\.before).filter { $0 <= today }.max()
        let step = try Int64.fetchOne(
            db,
            sql: """
                SELECT max(id) FROM enrolment_step
                WHERE enrolment_id = ? AND voided_by IS NULL AND effective_on <= ?
                """, arguments: [key, today])
        return MergingEnrolment.Moment(day: max(decided, ended ?? decided), step: step ?? 0)
    }

    static func latestStep(_ enrolment: String) -> String {
        """
        (SELECT step FROM enrolment_step WHERE enrolment_id = \(enrolment).id
            AND voided_by IS NULL ORDER BY id DESC LIMIT 1)
        """
    }

    func enrolmentObstacle(_ shared: SharedRound) throws -> MergeObstacle? {
        guard shared.yielding.standing != nil else { return nil }
        guard shared.yielding.yields else { return .bothEnrolled(round: shared.name) }
        let statement = try db.cachedStatement(
            sql: """
                SELECT group_concat(course_group.name, char(31)) FROM course_group WHERE id IN (
                    SELECT one.group_id FROM placed AS one JOIN placed AS two
                    WHERE one.enrolment_id = ?1 AND two.enrolment_id = ?2
                        AND one.starts_on < ifnull(two.ends_before, '9999')
                        AND two.starts_on < ifnull(one.ends_before, '9999')
                        AND ifnull(one.ends_before, '9999') > one.starts_on
                        AND ifnull(two.ends_before, '9999') > two.starts_on)
                """)
        let arguments: StatementArguments = [shared.standing.key, shared.yielding.key]
        let groups = Self.names(try String.fetchOne(statement, arguments: arguments))
        if !groups.isEmpty { return .placesOverlap(round: shared.name, groups: groups) }
        return try wishesDiffer(shared) ? .wishesDiffer(round: shared.name) : nil
    }
}
