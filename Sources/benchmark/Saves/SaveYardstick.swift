import Courses

/// The rows of a save, straight into SQLite: fifteen of the log, fifteen marks, the page of sixteen
/// sessions that is kept for figures and one of the audit, in one transaction, with nothing asked
/// and nothing checked.
final class SaveYardstick {
    private let file: RowFile
    private let leaders: [Leader]
    private let entropy = Entropy.seeded(99)
    private let insertAct: RowStatement
    private let upsertMark: RowStatement
    private let insertAudit: RowStatement
    private let updateKept: RowStatement
    /// As they were found, by page: that they are as long counts, not what they say.
    private var kept: [Int64: [UInt8]]
    /// How many saves each leader has made.
    private var saves: [Int]
    private var sequence = 0

    init(_ path: String, _ leaders: [Leader]) throws {
        file = try RowFile(path)
        self.leaders = leaders
        saves = leaders.map { _ in 0 }
        insertAct = try file.prepare(
            """
            INSERT INTO act (uuid, device_id, sequence, actor_id, happened_at, arrived_at, kind,
                outcome, session_id, thing, person_id, base, version, value, late_minutes, mode,
                role)
            VALUES (?, 1, ?, ?, ?, ?, 'mark', 'accepted', ?, 'mark', ?, ?, ?, 'present', ?,
                'remote', 'member')
            """)
        upsertMark = try file.prepare(
            """
            INSERT INTO mark (session_id, person_id, version, value, late_minutes, mode, role,
                happened_at, act_id)
            VALUES (?, ?, ?, 'present', ?, 'remote', 'member', ?, last_insert_rowid())
            ON CONFLICT (session_id, person_id) DO UPDATE SET
                version = excluded.version, value = excluded.value,
                late_minutes = excluded.late_minutes, mode = excluded.mode,
                role = excluded.role, happened_at = excluded.happened_at,
                act_id = excluded.act_id
            """)
        insertAudit = try file.prepare(
            """
            INSERT INTO audit (at, actor_id, deed, resource, resource_id, rows)
            VALUES (?, ?, 'recordAttendance', 'session', ?, 15)
            """)
        updateKept = try file.prepare("UPDATE kept_sessions SET packed = ? WHERE page = ?")
        kept = try Self.kept(in: file)
    }

    private static func kept(in file: RowFile) throws -> [Int64: [UInt8]] {
        let statement = try file.prepare("SELECT page, packed FROM kept_sessions")
        var kept: [Int64: [UInt8]] = [:]
        while try statement.step() { kept[statement.number(0)] = Array(statement.bytes(1)) }
        return kept
    }

    /// Saves for a leader, each time another of their sessions, as their client does: what is said
    /// often of few sessions lies on other pages than what is said seldom of many.
    func run(for index: Int) throws {
        let (leader, turn) = (leaders[index], saves[index])
        let session = leader.sessions[turn % leader.sessions.count]
        let version = 2 + turn / leader.sessions.count
        let now = Clock.benchmark.now().milliseconds
        try file.transaction {
            for person in leader.people {
                try mark(person.key, session.key, version: version, at: now)
            }
            try keep(page: session.key >> 4)
            insertAudit.bind(1, now)
            insertAudit.bind(2, leader.people[0].key)
            insertAudit.bind(3, session.id)
            try insertAudit.run()
        }
        saves[index] += 1
    }

    private func keep(page: Int64) throws {
        guard var packed = kept.removeValue(forKey: page) else {
            throw BenchmarkError.notTheSame("nothing is kept on page \(page)")
        }
        packed[packed.count - 1] &+= 1
        try packed.withUnsafeBytes { bytes in
            updateKept.bind(1, blob: bytes)
            updateKept.bind(2, page)
            try updateKept.run()
        }
        kept[page] = packed
    }

    private func mark(_ person: Int64, _ session: Int64, version: Int, at now: Int64) throws {
        sequence += 1
        let id = entropy.actID()
        insertAct.bind(1, blob: (id.high.bigEndian, id.low.bigEndian))
        insertAct.bind(2, sequence)
        insertAct.bind(3, person)
        insertAct.bind(4, now)
        insertAct.bind(5, now)
        insertAct.bind(6, session)
        insertAct.bind(7, person)
        insertAct.bind(8, version - 1)
        insertAct.bind(9, version)
        insertAct.bind(10, version % 100 + 1)
        try insertAct.run()
        upsertMark.bind(1, session)
        upsertMark.bind(2, person)
        upsertMark.bind(3, version)
        upsertMark.bind(4, version % 100 + 1)
        upsertMark.bind(5, now)
        try upsertMark.run()
    }
}
