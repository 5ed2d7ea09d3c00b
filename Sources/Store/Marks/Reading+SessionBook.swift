package import Courses
internal import GRDB

/// A book is loaded at every save, so each of its statements walks indexes only: one that had to
/// sort out doubles would build a table of its own each time, which costs more than all the rest.
extension Reading {
    /// Nil when there is no such session.
    package func book(of id: Session.ID) throws -> SessionBook? {
        guard let plan = try plan(of: id) else { return nil }
        let entries = try entries(plan.key)
        let counts = try headcounts(plan.key)
        let words = try words(plan.key)
        return SessionBook(
            overview: SessionOverview(plan, entries, counts, words), key: plan.key,
            entries: entries, headcounts: counts, words: words)
    }

    private func entries(_ session: Int64) throws -> [Person.ID: BookEntry] {
        let roster = try roster(session)
        var entries: [Person.ID: BookEntry] = [:]
        entries.reserveCapacity(roster.count)
        for (key, person) in roster {
            entries[person] = BookEntry(key: key, isOnRoster: true, standing: .nothing)
        }
        try addMarks(session, of: roster, to: &entries)
        return entries
    }

    /// Who is expected, by key.
    private func roster(_ session: Int64) throws -> [Int64: Person.ID] {
        let row = try BoundStatement(
            db,
            """
            SELECT person.id, person.public_id
            FROM session JOIN session_group ON session_group.session_id = session.id
                JOIN placed ON placed.group_id = session_group.group_id
                JOIN person ON person.id = placed.person_id
            WHERE session.id = ? AND starts_on <= local_date
                AND (ends_before IS NULL OR local_date < ends_before)
            """)
        row.bind(1, session)
        var roster: [Int64: Person.ID] = [:]
        while try row.next() { roster[row.number(0)] = try row.person(1) }
        return roster
    }

    private func addMarks(
        _ session: Int64, of roster: [Int64: Person.ID], to entries: inout [Person.ID: BookEntry]
    ) throws {
        let row = try BoundStatement(
            db,
            """
            SELECT mark.person_id, act.sequence, mark.version, mark.value, mark.late_minutes,
                mark.left_early_minutes, mark.mode, mark.role, other.public_id,
                mark.happened_at, act.uuid, act.device_id
            FROM mark JOIN act ON act.id = mark.act_id
                LEFT JOIN session AS other ON other.id = mark.make_up_for
            WHERE mark.session_id = ?
            """)
        row.bind(1, session)
        while try row.next() {
            let key = row.number(0)
            let expected = roster[key]
            entries[try expected ?? person(key)] = BookEntry(
                key: key, isOnRoster: expected != nil, standing: Standing(mark: row))
        }
    }

    private func person(_ key: Int64) throws -> Person.ID {
        let row = try statement("SELECT public_id FROM person WHERE id = ?")
        row.bind(1, key)
        guard try row.next() else { throw StoreError.damaged(table: "mark") }
        defer { row.reset() }
        return try row.person(0)
    }

    private func headcounts(_ session: Int64) throws -> [HeadcountKey: Standing<Int>] {
        let row = try BoundStatement(
            db,
            """
            SELECT headcount.category, headcount.language, headcount.gender, headcount.age_band,
                headcount.count, headcount.version, act.happened_at, act.uuid, act.device_id,
                act.sequence
            FROM headcount JOIN act ON act.id = headcount.act_id
            WHERE headcount.session_id = ? ORDER BY headcount.key
            """)
        row.bind(1, session)
        var counts: [HeadcountKey: Standing<Int>] = [:]
        while try row.next() {
            let key = HeadcountKey(
                category: row.text(0),
                language: row.isNull(1) ? nil : Language(rawValue: row.text(1)),
                gender: row.code(2), ageBand: row.isNull(3) ? nil : row.text(3))
            counts[key] = Standing(value: Int(row.number(4)), version: 5, of: row)
        }
        return counts
    }

    private func words(_ session: Int64) throws -> [SessionWord: Standing<String>] {
        let row = try BoundStatement(
            db,
            """
            SELECT session_word.kind, coalesce(session_word.value, act_text.text),
                session_word.version, act.happened_at, act.uuid, act.device_id, act.sequence
            FROM session_word JOIN act ON act.id = session_word.act_id
                LEFT JOIN act_text ON act_text.act_id = act.id AND session_word.kind = 'note'
            WHERE session_word.session_id = ?
            """)
        row.bind(1, session)
        var words: [SessionWord: Standing<String>] = [:]
        while try row.next() {
            guard let word: SessionWord = row.code(0) else { continue }
            words[word] = Standing(
                value: row.isNull(1) ? nil : row.text(1), version: 2, of: row)
        }
        return words
    }

    /// Whether someone is expected at a session; false for a session that does not exist.
    package func isOnRoster(_ person: Person.ID, at session: Session.ID) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT 1 FROM session JOIN session_group ON session_id = session.id
                    JOIN placed ON placed.group_id = session_group.group_id
                WHERE session.public_id = ? AND session.voided_by IS NULL
                    AND person_id = (SELECT coalesce(merged_into, id) FROM person WHERE public_id = ?)
                    AND starts_on <= local_date
                    AND (ends_before IS NULL OR local_date < ends_before)
                """)
        return try statement.fetchKey([session, person]) != nil
    }
}

extension BoundStatement {
    fileprivate func person(_ column: Int32) throws -> Person.ID {
        guard let person = withBytes(column, { Person.ID(String(decoding: $0, as: UTF8.self)) })
        else { throw StoreError.damaged(table: "person") }
        return person
    }
}

extension Standing {
    /// - Parameter column: of the version; moment, act, device and sequence follow it.
    fileprivate init(value: Value?, version column: Int32, of row: BoundStatement) {
        self.init(
            value: value, version: Int(row.number(column)), act: row.act(column + 2),
            happenedAt: Instant(milliseconds: row.number(column + 1)),
            deviceKey: row.number(column + 3), sequence: Int(row.number(column + 4)))
    }
}

extension Standing<Mark> {
    /// From the columns of a mark in a book.
    fileprivate init(mark row: BoundStatement) {
        self.init(
            value: Mark(entry: row), version: Int(row.number(2)), act: row.act(10),
            happenedAt: Instant(milliseconds: row.number(9)), deviceKey: row.number(11),
            sequence: Int(row.number(1)))
    }
}
