import Courses
internal import GRDB

extension Writing {
    /// Makes one person two again, each with what was theirs and what has become of it since;
    /// whether that may be is asked of `obstacles` first. Nothing for another operation.
    func unmerge(_ key: Int64, by undo: OpenOperation) throws {
        guard let merge = try reading.personMerge(key), !merge.isVoid else { return }
        let marks = try reading.marks(splitting: merge)
        try execute(
            "UPDATE person_merge SET voided_by = ? WHERE operation_id = ?", [undo.key, key])
        let splitting = PersonSplitting(writing: self, merge: merge, undo: undo.key)
        try splitting.restoreEnrolments()
        for mark in marks { try splitting.restore(mark) }
        try splitting.restoreRoles()
        try splitting.emptyFills()
        try splitting.separate()
    }

    /// Somebody who was kept as a person of their own waits to be matched again.
    func unkeep(_ key: Int64, by undo: OpenOperation) throws {
        try execute(
            """
            UPDATE person SET is_unmatched = 1 WHERE id = (SELECT person_id FROM person_keeping
                WHERE operation_id = ? AND voided_by IS NULL)
            """, [key])
        try execute(
            "UPDATE person_keeping SET voided_by = ? WHERE operation_id = ? AND voided_by IS NULL",
            [undo.key, key])
    }
}

/// One merge on its way back.
struct PersonSplitting {
    let writing: Writing
    let merge: PersonMergeRecord
    let undo: Int64

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try writing.execute(sql, arguments)
    }

    // MARK: Enrolments and places

    func restoreEnrolments() throws {
        try execute(
            """
            UPDATE placement SET enrolment_id = (SELECT was_id FROM person_merge_row
                WHERE operation_id = ?1 AND kind = 'placement' AND row_id = placement.id)
            WHERE id IN (SELECT row_id FROM person_merge_row
                WHERE operation_id = ?1 AND kind = 'placement')
            """, [merge.operation])
        try execute(
            "UPDATE enrolment_step SET voided_by = NULL WHERE voided_by = ?", [merge.operation])
        let rows = try Row.fetchAll(
            writing.db,
            sql: """
                SELECT row_id, was_id FROM person_merge_row
                WHERE operation_id = ? AND kind = 'enrolment'
                """, arguments: [merge.operation])
        try writing.give(rows.map { ($0["row_id"], $0["was_id"]) })
    }

    // MARK: Marks

    func restore(_ mark: MergedMark) throws {
        switch mark.fate {
        case .restored:
            try remove(mark)
            try insertBefore(mark)
        case .other(let role):
            try give(mark, to: merge.other, role: role)
        case .kept(let role):
            try give(mark, to: merge.kept, role: role)
        case .both(let holder, let role):
            try give(mark, to: holder, role: role)
            try insertBefore(mark, but: holder)
        case .unclear: break
        }
    }

    private func remove(_ mark: MergedMark) throws {
        try execute(
            "DELETE FROM mark WHERE session_id = ? AND person_id = ?", [mark.session, merge.kept])
    }

    private func insertBefore(_ mark: MergedMark, but holder: Int64 = 0) throws {
        let columns = """
            session_id, person_id, version, value, late_minutes, left_early_minutes, mode, role,
            make_up_for, happened_at, act_id
            """
        try execute(
            """
            INSERT INTO mark (\(columns)) SELECT \(columns) FROM person_merge_mark
            WHERE operation_id = ? AND session_id = ? AND person_id <> ?
            """, [merge.operation, mark.session, holder])
    }

    /// What was said of either since is about whoever has the mark now.
    private func give(_ mark: MergedMark, to person: Int64, role: String?) throws {
        try execute(
            """
            UPDATE mark SET person_id = ?, role = ? WHERE session_id = ? AND person_id = ?
            """, [person, role, mark.session, merge.kept])
        try noteGuest(mark, person)
        let lineage = try writing.reading.lineage(of: merge)
        for act in try writing.reading.markActs(mark.session, of: merge)
        where act.key > merge.afterAct && lineage.contains(act.person) != (person == merge.other) {
            try execute(
                """
                INSERT INTO act_about VALUES (?1, ?2, ?3)
                ON CONFLICT (act_id) DO UPDATE SET person_id = ?2, operation_id = ?3
                """, [act.key, person, undo])
        }
    }

    /// An act that spoke of a member is about somebody who was a guest.
    private func noteGuest(_ mark: MergedMark, _ person: Int64) throws {
        try execute(
            """
            INSERT INTO act_about (act_id, person_id, operation_id)
            SELECT act.id, mark.person_id, ?3 FROM mark JOIN act ON act.id = mark.act_id
            WHERE mark.session_id = ?1 AND mark.person_id = ?2 AND mark.role = 'guest'
                AND act.role = 'member'
            ON CONFLICT (act_id) DO UPDATE
                SET person_id = excluded.person_id, operation_id = excluded.operation_id
            """, [mark.session, person, undo])
    }

    // MARK: Roles and what was filled

    func restoreRoles() throws {
        try execute(
            """
            UPDATE party_member SET person_id = ?1 WHERE person_id = ?2 AND party_id IN (
                SELECT party_id FROM person_merge_party WHERE operation_id = ?3 AND is_joined = 0)
            """, [merge.other, merge.kept, merge.operation])
        try execute(
            """
            INSERT INTO party_member SELECT party_id, ? FROM person_merge_party
            WHERE operation_id = ? AND is_joined = 1
            """, [merge.other, merge.operation])
        try execute(
            """
            UPDATE session_staff SET person_id = ?1 WHERE person_id = ?2
                AND (session_id, role) IN (SELECT session_id, role FROM person_merge_staff
                    WHERE operation_id = ?3 AND is_joined = 0)
            """, [merge.other, merge.kept, merge.operation])
        // What somebody has said of the kept person since holds.
        try execute(
            """
            UPDATE session_staff SET (was_planned, was_there) = (
                SELECT kept_was_planned, CASE
                    WHEN session_staff.was_there IS \(PersonMerging.eitherWasThere)
                    THEN kept_was_there ELSE session_staff.was_there END
                \(PersonMerging.saidOfBoth))
            WHERE person_id = ?2 AND EXISTS (SELECT 1 \(PersonMerging.saidOfBoth))
            """, [merge.operation, merge.kept])
        try execute(
            """
            INSERT INTO session_staff (session_id, person_id, role, was_planned, was_there)
            SELECT session_id, ?, role, was_planned, was_there FROM person_merge_staff
            WHERE operation_id = ? AND is_joined = 1
            """, [merge.other, merge.operation])
    }

    func emptyFills() throws {
        for (field, change) in [
            ("gender", "gender = 'unknown'"), ("birthDate", "birth_date = NULL"),
            ("birthYear", "birth_year = NULL"), ("interpreter", "interpreter_ok = 0"),
        ] {
            try execute(
                """
                UPDATE person SET \(change) WHERE id = ? AND EXISTS (
                    SELECT 1 FROM person_merge_fill WHERE operation_id = ? AND field = ?)
                """, [merge.kept, merge.operation, field])
        }
        try execute(
            """
            DELETE FROM person_language WHERE person_id = ? AND use IN (
                SELECT field FROM person_merge_fill WHERE operation_id = ?)
            """, [merge.kept, merge.operation])
    }

    /// Whoever was merged away stands again, and so do those who had become them.
    func separate() throws {
        for person in try writing.reading.lineage(of: merge) {
            let into = person == merge.other ? nil : merge.other
            try execute("UPDATE person SET merged_into = ? WHERE id = ?", [into, person])
        }
    }
}
