import Courses
internal import GRDB

/// One of two enrolments of what may be one person in a round.
struct MergingEnrolment {
    let key: Int64
    let person: Int64
    /// Nil where all of it was undone.
    let step: EnrolmentStep?
}

/// A round in which both are enrolled, and which enrolment stands for both.
struct SharedRound {
    let name: String
    let standing: MergingEnrolment
    let yielding: MergingEnrolment
}

extension Reading {
    /// Rounds in which both have a row; where nothing of the other's stands, theirs yields.
    func sharedRounds(_ other: Int64, _ kept: Int64) throws -> [SharedRound] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT round.name, one.id AS one, \(Self.latestStep("one")) AS one_step,
                    two.id AS two, \(Self.latestStep("two")) AS two_step
                FROM enrolment AS one JOIN enrolment AS two ON two.round_id = one.round_id
                    JOIN round ON round.id = one.round_id
                WHERE one.person_id = ? AND two.person_id = ? ORDER BY first_day, round.id
                """)
        return try Row.fetchAll(statement, arguments: [kept, other]).map { row in
            let steps = ["one_step", "two_step"].map { column in
                (row[column] as String?).flatMap(EnrolmentStep.init(rawValue:))
            }
            let one = MergingEnrolment(key: row["one"], person: kept, step: steps[0])
            let two = MergingEnrolment(key: row["two"], person: other, step: steps[1])
            let (first, second) = (one.step?.weight ?? -1, two.step?.weight ?? -1)
            // Of two alike the one that was there first.
            let isKept = first == second ? one.key < two.key : first > second
            return SharedRound(
                name: row["name"], standing: isKept ? one : two, yielding: isKept ? two : one)
        }
    }

    static func latestStep(_ enrolment: String) -> String {
        """
        (SELECT step FROM enrolment_step WHERE enrolment_id = \(enrolment).id
            AND voided_by IS NULL ORDER BY id DESC LIMIT 1)
        """
    }

    func enrolmentObstacle(_ shared: SharedRound) throws -> MergeObstacle? {
        guard let step = shared.yielding.step else { return nil }
        guard step.yields else { return .bothEnrolled(round: shared.name) }
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
        return groups.isEmpty ? nil : .placesOverlap(round: shared.name, groups: groups)
    }
}
