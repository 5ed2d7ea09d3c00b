import Courses
internal import GRDB

extension PersonMerging {
    /// What an enrolment that waits says, and the one that stands for both does not, that one says
    /// from now on, unless it has come to an end: the more childcare, the earlier application, and
    /// what is wished. All of it is the merge's own, to be voided with it.
    func carry(from yielding: MergingEnrolment, to standing: MergingEnrolment) throws {
        guard yielding.standing?.isWaiting == true, standing.standing?.hasEnded != true,
            let before = yielding.overview, let after = standing.overview
        else { return }
        if before.childcare > after.childcare {
            try writing.setChildcare(before.childcare, ofEnrolment: standing.key, open)
        }
        let known = try writing.reading.wishes(inEnrolment: standing.key)
        let wishes = try writing.reading.wishes(inEnrolment: yielding.key)
        for about in Wish.About.allCases where known[about]?.isSaid != true {
            guard let wish = wishes[about], wish.isSaid else { continue }
            try writing.wish(wish, inEnrolment: standing.key, open)
        }
        if before.enrolment.appliedOn < after.enrolment.appliedOn {
            try apply(standing.key, on: before.enrolment.appliedOn)
        }
    }

    /// An application of an earlier day, and after it what has become of the present one.
    private func apply(_ enrolment: Int64, on date: LocalDate) throws {
        let columns = "step, effective_on, until, group_id, place_from"
        let last = try Int64.fetchOne(
            writing.db,
            sql: """
                SELECT max(id) FROM enrolment_step
                WHERE enrolment_id = ? AND voided_by IS NULL AND step = 'applied'
                """, arguments: [enrolment])
        try writing.execute(
            """
            INSERT INTO enrolment_step (enrolment_id, step, effective_on, operation_id)
            VALUES (?, 'applied', ?, ?)
            """, [enrolment, date, operation])
        try writing.execute(
            """
            INSERT INTO enrolment_step (enrolment_id, operation_id, \(columns))
            SELECT enrolment_id, ?1, \(columns) FROM enrolment_step
            WHERE enrolment_id = ?2 AND voided_by IS NULL AND id > ?3 AND operation_id <> ?1
            ORDER BY id
            """, [operation, enrolment, last ?? 0])
        try writing.execute(
            """
            INSERT OR IGNORE INTO offer_overruled (step_id, person_id, operation_id)
            SELECT copy.id, offer_overruled.person_id, offer_overruled.operation_id
            FROM enrolment_step AS old
                JOIN offer_overruled ON offer_overruled.step_id = old.id
                JOIN enrolment_step AS copy
                    ON copy.enrolment_id = old.enrolment_id AND copy.operation_id = ?1
                    AND copy.step = old.step AND copy.effective_on = old.effective_on
                    AND copy.until IS old.until AND copy.group_id IS old.group_id
                    AND copy.place_from IS old.place_from
            WHERE old.enrolment_id = ?2 AND old.voided_by IS NULL AND old.id > ?3
                AND old.operation_id <> ?1
            """, [operation, enrolment, last ?? 0])
    }
}

extension Reading {
    /// Two who both want a place in a round, and say different things of the same.
    func wishesDiffer(_ shared: SharedRound) throws -> Bool {
        guard shared.yielding.standing?.isWaiting == true,
            shared.standing.standing?.hasEnded != true
        else { return false }
        let known = try wishes(inEnrolment: shared.standing.key)
        let wishes = try wishes(inEnrolment: shared.yielding.key)
        return Wish.About.allCases.contains { about in
            guard let one = known[about], let other = wishes[about] else { return false }
            return one.isSaid && other.isSaid && one != other
        }
    }
}

extension Wish {
    /// Whether it says anything: no languages are the person's own, and no slots are any.
    fileprivate var isSaid: Bool {
        switch self {
        case .languages(let languages): !languages.isEmpty
        case .slots(let slots): !slots.isEmpty
        case .interpreter, .openTo, .group, .priority: true
        }
    }
}
