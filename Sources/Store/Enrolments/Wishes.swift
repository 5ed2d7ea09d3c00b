package import Courses
internal import GRDB

extension Writing {
    /// Notes a wish; what was said of the same before holds no longer.
    package func wish(
        _ wish: Wish, in enrolment: Enrolment.ID, operation: OpenOperation
    ) throws {
        try self.wish(
            wish, inEnrolment: try reading.requireKey(enrolment, in: .enrolment), operation)
    }

    func wish(_ wish: Wish, inEnrolment key: Int64, _ operation: OpenOperation) throws {
        let id = try insert(
            """
            INSERT INTO enrolment_wish (enrolment_id, about, interpreter_ok, open_to, group_id,
                priority, operation_id)
            VALUES (?, ?, ?, ?, (SELECT id FROM course_group WHERE public_id = ?), ?, ?)
            """,
            [
                key, wish.about.rawValue, wish.interpreterOk, wish.openTo?.rawValue, wish.group,
                wish.priority, operation.key,
            ])
        if case .slots(let slots) = wish { try insert(slots, ofWish: id) }
        if case .languages(let languages) = wish { try insert(languages, ofWish: id) }
    }

    private func insert(_ slots: [WishedSlot], ofWish id: Int64) throws {
        for (position, slot) in slots.enumerated() {
            try execute(
                "INSERT INTO wished_slot VALUES (?, ?, ?, ?, ?)",
                [id, position, slot.weekday.rawValue, slot.start, slot.end])
        }
    }

    private func insert(_ languages: [Language], ofWish id: Int64) throws {
        for (position, language) in languages.enumerated() {
            try execute(
                "INSERT INTO wished_language VALUES (?, ?, ?)", [id, position, language.rawValue])
        }
    }
}

extension Reading {
    /// What holds, by what it is about.
    package func wishes(in enrolment: Enrolment.ID) throws -> [Wish.About: Wish] {
        try wishes(inEnrolment: try requireKey(enrolment, in: .enrolment))
    }

    func wishes(inEnrolment key: Int64) throws -> [Wish.About: Wish] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, about, interpreter_ok, open_to, priority,
                    (SELECT public_id FROM course_group WHERE id = group_id) AS wished_group
                FROM enrolment_wish WHERE enrolment_id = ? AND voided_by IS NULL ORDER BY id
                """)
        return try Row.fetchAll(statement, arguments: [key]).reduce(into: [:]) { wishes, row in
            let wish = try wish(row, languages: wishedLanguages, slots: wishedSlots)
            wishes[wish.about] = wish
        }
    }

    /// What holds of everybody in a round, by enrolment.
    package func wishes(
        inRound round: Round.ID
    ) throws -> [Enrolment.ID: [Wish.About: Wish]] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT enrolment_wish.id, enrolment.public_id AS enrolment, about,
                    interpreter_ok, open_to, priority,
                    (SELECT public_id FROM course_group WHERE id = group_id) AS wished_group
                FROM enrolment_wish JOIN enrolment ON enrolment.id = enrolment_id
                WHERE round_id = (SELECT id FROM round WHERE public_id = ?)
                    AND voided_by IS NULL ORDER BY enrolment_wish.id
                """)
        let languages = try wishedLanguages(inRound: round)
        let slots = try wishedSlots(inRound: round)
        return try Row.fetchAll(statement, arguments: [round]).reduce(into: [:]) { all, row in
            let wish = try wish(row) {
                languages[$0] ?? []
            } slots: {
                slots[$0] ?? []
            }
            all[row["enrolment"], default: [:]][wish.about] = wish
        }
    }

    /// What was said of somebody's priority in a round, the first first; what was undone too.
    package func priorities(of enrolment: Enrolment.ID) throws -> [PriorityChange] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT priority, operation.id, operation.public_id AS operation, at, text, sealed,
                    (SELECT code FROM operation_listed_reason JOIN reason ON reason.id = reason_id
                     WHERE operation_listed_reason.operation_id = operation.id) AS listed,
                    (SELECT public_id FROM person WHERE id = actor_id) AS actor,
                    voided_by IS NOT NULL AS is_undone
                FROM enrolment_wish JOIN operation ON operation.id = enrolment_wish.operation_id
                    LEFT JOIN operation_reason ON operation_reason.operation_id = operation.id
                    LEFT JOIN sealed_reason ON sealed_reason.operation_id = operation.id
                WHERE enrolment_id = (SELECT id FROM enrolment WHERE public_id = ?)
                    AND about = 'priority' ORDER BY enrolment_wish.id
                """)
        let withheld = try operationsOfProtected()
        let listed = try listedReasons()
        return try Row.fetchAll(statement, arguments: [enrolment]).map { row in
            PriorityChange(
                priority: row["priority"], operation: row["operation"], at: row["at"],
                actor: row["actor"],
                reason: try reason(row, of: row["operation"], withheld: withheld, listed: listed),
                isUndone: row["is_undone"])
        }
    }

    private func wish(
        _ row: Row, languages: (Int64) throws -> [Language], slots: (Int64) throws -> [WishedSlot]
    ) throws -> Wish {
        switch Wish.About(rawValue: row["about"]) {
        case .languages?: .languages(try languages(row["id"]))
        case .interpreter?: .interpreter(row["interpreter_ok"])
        case .slots?: .slots(try slots(row["id"]))
        case .openTo?: .openTo(OpenTo(rawValue: row["open_to"]) ?? .all)
        case .group?: .group(row["wished_group"])
        case .priority?: .priority(row["priority"])
        case nil: throw StoreError.damaged(table: "enrolment_wish")
        }
    }

    private func wishedSlots(_ wish: Int64) throws -> [WishedSlot] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT weekday, starts_at, ends_at FROM wished_slot WHERE wish_id = ?
                ORDER BY position
                """)
        return try Row.fetchAll(statement, arguments: [wish]).map(WishedSlot.init(row:))
    }

    /// Of everybody in a round, by wish; of a wish that was undone too.
    private func wishedSlots(inRound round: Round.ID) throws -> [Int64: [WishedSlot]] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT wish_id, weekday, starts_at, ends_at
                FROM enrolment JOIN enrolment_wish ON enrolment_id = enrolment.id
                    JOIN wished_slot ON wish_id = enrolment_wish.id
                WHERE round_id = (SELECT id FROM round WHERE public_id = ?)
                ORDER BY wish_id, position
                """)
        return try Row.fetchAll(statement, arguments: [round]).reduce(into: [:]) { all, row in
            all[row["wish_id"], default: []].append(try WishedSlot(row: row))
        }
    }

    private func wishedLanguages(inRound round: Round.ID) throws -> [Int64: [Language]] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT wish_id, language
                FROM enrolment JOIN enrolment_wish ON enrolment_id = enrolment.id
                    JOIN wished_language ON wish_id = enrolment_wish.id
                WHERE round_id = (SELECT id FROM round WHERE public_id = ?)
                ORDER BY wish_id, position
                """)
        return try Row.fetchAll(statement, arguments: [round]).reduce(into: [:]) { all, row in
            all[row["wish_id"], default: []].append(Language(rawValue: row["language"]))
        }
    }

    private func wishedLanguages(_ wish: Int64) throws -> [Language] {
        let statement = try db.cachedStatement(
            sql: "SELECT language FROM wished_language WHERE wish_id = ? ORDER BY position")
        return try String.fetchAll(statement, arguments: [wish]).map { Language(rawValue: $0) }
    }
}

extension WishedSlot {
    fileprivate init(row: Row) throws {
        guard let weekday = Weekday(rawValue: row["weekday"]) else {
            throw StoreError.damaged(table: "wished_slot")
        }
        let slot = WishedSlot(weekday: weekday, start: row["starts_at"], end: row["ends_at"])
        guard let slot else { throw StoreError.damaged(table: "wished_slot") }
        self = slot
    }
}

extension Wish {
    fileprivate var interpreterOk: Bool? {
        if case .interpreter(let isOk) = self { isOk } else { nil }
    }

    fileprivate var openTo: OpenTo? {
        if case .openTo(let kind) = self { kind } else { nil }
    }

    fileprivate var group: Group.ID? {
        if case .group(let group) = self { group } else { nil }
    }

    fileprivate var priority: Int? {
        if case .priority(let priority) = self { priority } else { nil }
    }
}
