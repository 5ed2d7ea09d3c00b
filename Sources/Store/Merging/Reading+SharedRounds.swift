import Courses
internal import GRDB

/// One of two enrolments of what may be one person in a round.
struct MergingEnrolment {
    let key: Int64
    let person: Int64
    /// Nil where all of it was undone.
    let overview: EnrolmentOverview?
    let standing: EnrolmentStanding?
}

extension MergingEnrolment {
    /// Of two that stand alike, that whose places last longer, or else the one that was there first.
    fileprivate func stands(for other: Self) -> Bool {
        let (own, others) = (standing?.weight ?? -1, other.standing?.weight ?? -1)
        guard own == others else { return own > others }
        guard standing == .placed, end != other.end else { return key < other.key }
        guard let end, let othersEnd = other.end else { return end == nil }
        return end > othersEnd
    }

    /// Of their last place; nil is without end.
    private var end: LocalDate? { overview?.placements.last?.before }

    /// Whether another enrolment may take its place; so may one whose places end by a withdrawal,
    /// where those of the other come after.
    fileprivate var yields: Bool {
        standing?.yields ?? true || overview?.enrolment.step == .withdrawn
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
            standing: overview?.standing(on: today, today: today))
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
