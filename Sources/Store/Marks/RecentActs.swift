package import Courses
internal import GRDB

extension Reading {
    /// Acts of a session that still stand, latest first; sign-offs are no such.
    package func recentActs(of book: SessionBook, limit: Int) throws -> [RecentAct] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT act.uuid, act.thing, act.happened_at, act.arrived_at, act.headcount_key,
                    act.count, act.value, act.late_minutes, act.left_early_minutes, act.mode,
                    act.role, other.public_id AS make_up_for, person.public_id AS person,
                    device.name AS device
                FROM act JOIN device ON device.id = device_id
                    LEFT JOIN act_about ON act_about.act_id = act.id
                    LEFT JOIN person AS named
                        ON named.id = coalesce(act_about.person_id, act.person_id)
                    LEFT JOIN person ON person.id = coalesce(named.merged_into, named.id)
                    LEFT JOIN session AS other ON other.id = act.make_up_for
                WHERE session_id = ?1 AND outcome = 'accepted' AND CASE thing
                    WHEN 'mark' THEN act.id = (SELECT act_id FROM mark
                        WHERE session_id = ?1 AND mark.person_id = person.id)
                    WHEN 'headcount' THEN act.id = (SELECT act_id FROM headcount
                        WHERE session_id = ?1 AND key = act.headcount_key)
                    WHEN 'person' THEN kind = 'person' AND named.is_unmatched = 1
                        AND named.merged_into IS NULL
                        AND EXISTS (SELECT 1 FROM person_name WHERE person_id = named.id)
                    WHEN 'signOff' THEN 0
                    ELSE act.id = (SELECT act_id FROM session_word
                        WHERE session_id = ?1 AND session_word.kind = act.thing) END
                ORDER BY act.id DESC LIMIT ?2
                """)
        return try Row.fetchAll(statement, arguments: [book.key, limit]).compactMap {
            RecentAct(row: $0)
        }
    }
}

extension RecentAct {
    fileprivate init?(row: Row) {
        guard let id: ActID = row["uuid"], let said = Said(row: row) else { return nil }
        self.init(
            id: id, device: row["device"], happenedAt: row["happened_at"],
            arrivedAt: row["arrived_at"], said: said)
    }
}

extension RecentAct.Said {
    fileprivate init?(row: Row) {
        let person: Person.ID? = row["person"]
        switch (row["thing"] as String?).flatMap(ActThing.init(rawValue:)) {
        case .mark?:
            guard let person else { return nil }
            self = .mark(person, Mark(row: row))
        case .headcount?:
            let key = (row["headcount_key"] as String?).flatMap(HeadcountKey.init(text:))
            guard let key else { return nil }
            self = .headcount(key, count: row["count"] ?? 0)
        case .person?:
            guard let person else { return nil }
            self = .person(person)
        case .note?: self = .note
        case .state?: self = .state((row["value"] as String?).flatMap(ToldState.init))
        case .signOff?, nil: return nil
        }
    }
}
