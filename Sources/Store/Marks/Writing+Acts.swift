package import Courses
internal import GRDB

extension Writing {
    /// Adds an act to the log.
    ///
    /// - Throws: `ActIsKnown` for an id that the log holds, with nothing changed.
    /// - Parameters:
    ///   - payload: the act as it came, sealed; for one that is kept.
    ///   - text: a note, or a reason as `ReasonText` reads it.
    func append(
        _ record: ActRecord, session: Int64?, person: Int64?, from device: Device,
        payload: String?, text: String?
    ) throws -> Int64 {
        try insert(record, session: session, person: person, from: device)
        let key = db.lastInsertedRowID
        if let payload {
            let sealed = try sealer.seal(payload, context: "act \(record.id)")
            try execute("INSERT INTO act_payload VALUES (?, ?)", [key, sealed])
        }
        if let text, !text.isEmpty { try keep(text, of: key, isNote: record.thing == .note) }
        return key
    }

    private func keep(_ text: String, of act: Int64, isNote: Bool) throws {
        let (listed, words) = isNote ? (nil, text) : try listed(text)
        if let listed {
            try execute("INSERT INTO act_listed_reason VALUES (?, ?)", [act, listed])
        }
        if let words { try execute("INSERT INTO act_text VALUES (?, ?)", [act, words]) }
    }

    private func insert(
        _ record: ActRecord, session: Int64?, person: Int64?, from device: Device
    ) throws {
        let statement = try reading.statement(
            """
            INSERT INTO act (uuid, device_id, sequence, actor_id, happened_at, arrived_at, kind,
                outcome, rule, session_id, thing, person_id, headcount_key, base, version, value,
                late_minutes, left_early_minutes, mode, role, make_up_for, count, retracts,
                is_correction)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (uuid) DO NOTHING
            """)
        statement.bind(1, record.id)
        statement.bind(2, device.key)
        statement.bind(3, record.sequence)
        statement.bind(4, device.actor)
        statement.bind(5, record.happenedAt.milliseconds)
        statement.bind(6, now.milliseconds)
        statement.bind(7, record.kind)
        statement.bind(8, record.outcome.code)
        statement.bind(9, record.outcome.rule?.rawValue)
        statement.bind(10, session)
        statement.bind(11, record.thing?.rawValue)
        statement.bind(12, person)
        statement.bind(13, record.headcount?.text)
        statement.bind(14, record.base)
        statement.bind(15, record.version)
        try bind(record.mark, from: 16, to: statement)
        statement.bind(22, record.count)
        statement.bind(23, try record.retracts.flatMap { try reading.actKey($0) })
        statement.bind(24, record.isCorrection)
        if record.mark == nil { statement.bind(16, record.value) }
        try statement.run()
        guard db.changesCount > 0 else { throw ActIsKnown() }
    }

    /// Binds value, minutes late and left early, mode, role and the session made up for.
    private func bind(_ mark: Mark?, from place: Int32, to statement: BoundStatement) throws {
        let other = try mark?.role.makeUpFor.flatMap { try reading.key($0, in: .session) }
        statement.bind(place, mark?.value.code.rawValue)
        statement.bind(place + 1, mark?.value.lateMinutes)
        statement.bind(place + 2, mark?.value.leftEarlyMinutes)
        statement.bind(place + 3, mark?.mode.rawValue)
        statement.bind(place + 4, mark?.role.code.rawValue)
        statement.bind(place + 5, other)
    }

    /// Adds an act about no known session, or one that could not be read.
    package func keep(
        _ record: ActRecord, from device: Device, payload: String
    ) throws {
        _ = try append(
            record, session: nil, person: nil, from: device, payload: payload, text: nil)
    }

    /// Adds an act about a session to the log, and changes nothing else.
    package func note(
        _ record: ActRecord, in book: SessionBook, from device: Device,
        payload: String? = nil, text: String? = nil
    ) throws {
        let person = try record.person.flatMap { try personKey($0, in: book) }
        let named = try record.named.flatMap { try reading.namedKey($0) } ?? person
        _ = try append(
            record, session: book.key, person: named, from: device, payload: payload,
            text: text)
    }

    private func personKey(_ person: Person.ID, in book: SessionBook) throws -> Int64? {
        try book.entries[person]?.key ?? reading.key(person, in: .person)
    }

    /// Adds an accepted act about a person's mark to the log and makes it so.
    package func accept(
        _ record: ActRecord, mark: Mark?, of person: Person.ID, in book: inout SessionBook,
        from device: Device, text: String?
    ) throws {
        var record = record
        record.mark = mark
        record.person = person
        let personKey =
            try book.entries[person]?.key ?? reading.requireKey(person, in: .person)
        let old = book.entries[person]?.standing ?? .nothing
        let version = old.version + 1
        record.version = version
        let named = try record.named.flatMap { try reading.namedKey($0) } ?? personKey
        let act = try append(
            record, session: book.key, person: named, from: device, payload: nil,
            text: text)
        try put(mark, version: version, of: personKey, in: book, act, at: record.happenedAt)
        try settle(
            "person_id IN (SELECT id FROM person WHERE id = ?3 OR merged_into = ?3)", personKey,
            in: book, by: act, base: record.base)
        let entry = book.entries[person]
        book.entries[person] = BookEntry(
            key: personKey, isOnRoster: entry?.isOnRoster ?? false,
            standing: Standing(
                value: mark, version: version, act: record.id, happenedAt: record.happenedAt,
                deviceKey: device.key, sequence: record.sequence))
    }

    private func put(
        _ mark: Mark?, version: Int, of person: Int64, in book: SessionBook, _ act: Int64,
        at happenedAt: Instant
    ) throws {
        let statement = try reading.statement(
            """
            INSERT INTO mark (session_id, person_id, version, value, late_minutes,
                left_early_minutes, mode, role, make_up_for, happened_at, act_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (session_id, person_id) DO UPDATE SET
                version = excluded.version, value = excluded.value,
                late_minutes = excluded.late_minutes,
                left_early_minutes = excluded.left_early_minutes, mode = excluded.mode,
                role = excluded.role, make_up_for = excluded.make_up_for,
                happened_at = excluded.happened_at, act_id = excluded.act_id
            """)
        statement.bind(1, book.key)
        statement.bind(2, person)
        statement.bind(3, version)
        try bind(mark, from: 4, to: statement)
        statement.bind(10, happenedAt.milliseconds)
        statement.bind(11, act)
        try statement.run()
    }

    package func accept(
        _ record: ActRecord, count: Int, of key: HeadcountKey, in book: inout SessionBook,
        from device: Device, text: String?
    ) throws {
        var record = record
        let version = (book.headcounts[key]?.version ?? 0) + 1
        record.count = count
        record.headcount = key
        record.version = version
        let act = try append(
            record, session: book.key, person: nil, from: device, payload: nil,
            text: text)
        try execute(
            """
            INSERT INTO headcount
                (session_id, key, category, language, gender, age_band, version, count, act_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (session_id, key) DO UPDATE SET
                version = excluded.version, count = excluded.count, act_id = excluded.act_id
            """,
            [
                book.key, key.text, key.category, key.language?.rawValue, key.gender?.rawValue,
                key.ageBand, version, count, act,
            ])
        try settle("headcount_key = ?", key.text, in: book, by: act, base: record.base)
        book.headcounts[key] = Standing(
            value: count, version: version, act: record.id, happenedAt: record.happenedAt,
            deviceKey: device.key, sequence: record.sequence)
    }

    /// - Parameter value: nil takes the word back; a note's words go into `text`.
    package func accept(
        _ record: ActRecord, word: SessionWord, value: String?, in book: inout SessionBook,
        from device: Device, text: String?
    ) throws {
        var record = record
        let version = (book.words[word]?.version ?? 0) + 1
        record.version = version
        record.value = value
        let act = try append(
            record, session: book.key, person: nil, from: device, payload: nil,
            text: text)
        try execute(
            """
            INSERT INTO session_word (session_id, kind, version, value, act_id)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (session_id, kind) DO UPDATE SET
                version = excluded.version, value = excluded.value, act_id = excluded.act_id
            """, [book.key, word.rawValue, version, value, act])
        book.words[word] = Standing(
            value: word == .note ? text : value, version: version, act: record.id,
            happenedAt: record.happenedAt, deviceKey: device.key, sequence: record.sequence)
        if word == .state { book.tell(state: value) }
    }

    /// A statement that waited and was taken back by whoever made it waits no longer.
    package func settle(_ waiting: KnownAct, by act: ActID) throws {
        try execute(
            """
            UPDATE act SET settled_by = (SELECT id FROM act AS settling WHERE settling.uuid = ?)
            WHERE id = ? AND settled_by IS NULL
            """, [act, waiting.key])
    }

    /// An act based on the version that stood in the way of others settles them.
    private func settle(
        _ condition: String, _ thing: some DatabaseValueConvertible, in book: SessionBook,
        by act: Int64, base: Int?
    ) throws {
        guard book.overview.waiting > 0, let base else { return }
        try execute(
            """
            UPDATE act SET settled_by = ?
            WHERE session_id = ? AND \(condition) AND outcome = 'needsReview'
                AND settled_by IS NULL AND version <= ?
            """, [act, book.key, thing, base])
    }
}
