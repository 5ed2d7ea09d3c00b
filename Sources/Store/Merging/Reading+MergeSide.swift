package import Courses
internal import GRDB

extension Reading {
    /// What is known of somebody who may be another, in numbers and without what is sealed.
    package func mergeSide(_ id: Person.ID) throws -> MergeSide {
        let key = try requireKey(id, in: .person)
        let person = try person(id)
        var side = MergeSide(person: person)
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT birth_year, is_unmatched,
                    EXISTS (SELECT 1 FROM user_account
                        WHERE person_id = person.id AND closed_at IS NULL) AS account,
                    (SELECT count(*) FROM mark
                        WHERE person_id = person.id AND value IS NOT NULL) AS marks,
                    (SELECT count(*) FROM contact JOIN person AS owner ON owner.id = person_id
                        WHERE owner.id = person.id OR owner.merged_into = person.id) AS contacts
                FROM person WHERE id = ?
                """, arguments: [key])
        guard let row else { throw StoreError.damaged(table: "person") }
        side.birthYear = row["birth_year"]
        side.isUnmatched = row["is_unmatched"]
        side.hasAccount = row["account"]
        side.marks = row["marks"]
        side.contacts = row["contacts"]
        side.externalIDs = try externalIDs(of: PersonKey(value: key))
        side.identifiers = try identifierKinds(of: key)
        side.enrolments = try mergeEnrolments(of: key)
        if !person.isProtected { side.otherNames = try otherNames(of: key) }
        return side
    }

    /// What somebody is called besides, and what all are who have become them.
    private func otherNames(of key: Int64) throws -> [DisplayName] {
        let preferred = try preferredName(key)
        let others = try selves(of: key).dropFirst().flatMap { person in
            try [storedName(person.key), preferredName(person.key)]
        }
        return ([preferred] + others).filter { !$0.isEmpty }.map(\.display)
    }

    private func mergeEnrolments(of key: Int64) throws -> [MergeEnrolment] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT round.name, \(Self.latestStep("enrolment")) AS step,
                    (SELECT group_concat(name, char(31)) FROM course_group WHERE id IN (
                        SELECT group_id FROM placed WHERE enrolment_id = enrolment.id
                            AND (ends_before IS NULL OR ends_before > starts_on))) AS names
                FROM enrolment JOIN round ON round.id = round_id
                WHERE person_id = ? ORDER BY first_day, round.id
                """, arguments: [key])
        return rows.compactMap { row in
            (row["step"] as String?).flatMap(EnrolmentStep.init(rawValue:)).map {
                MergeEnrolment(round: row["name"], step: $0, groups: Self.names(row["names"]))
            }
        }
    }

    /// What a merge did; nil for another operation.
    ///
    /// - Parameter isNew: whether to count what they are called and known by as well, which is no
    ///   part of what is noted of a merge, and may have changed since.
    package func mergedPeople(
        by operation: OperationID, isNew: Bool = false
    ) throws -> (kept: Person.ID, other: Person.ID, effect: MergeEffect)? {
        let key = try requireKey(operation, in: .operation)
        guard let merge = try personMerge(key) else { return nil }
        let ids = try [merge.kept, merge.other].compactMap { key in
            try Person.ID.fetchOne(
                db, sql: "SELECT public_id FROM person WHERE id = ?", arguments: [key])
        }
        guard ids.count == 2 else { throw StoreError.damaged(table: "person_merge") }
        var effect = try effect(of: merge)
        if isNew { try count(namesOf: merge, into: &effect) }
        return (ids[0], ids[1], effect)
    }

    private func effect(of merge: PersonMergeRecord) throws -> MergeEffect {
        var effect = MergeEffect()
        effect.marks = try count(
            """
            SELECT count(*) FROM person_merge_mark WHERE operation_id = ?1 AND person_id = ?2
                AND value IS NOT NULL
            """, merge)
        effect.becomeMember = try count(guests("member"), merge)
        effect.stayGuest = try count(guests("guest"), merge)
        effect.enrolments = try rounds(
            "kind = 'enrolment' AND was_id = ?2 AND ifnull(enrolment.operation_id, 0) < ?1", merge,
            joined: "kind = 'joined'")
        effect.joined = try rounds("kind = 'joined' AND ?2 = ?2", merge, joined: "0")
        effect.places = try count(rows("placement"), merge)
        effect.parties = try count(
            """
            SELECT count(*) FROM person_merge_party JOIN party ON party.id = party_id
            WHERE person_merge_party.operation_id = ?1 AND ?2 = ?2
                AND ifnull(party.operation_id, 0) < ?1
            """, merge)
        effect.staff = try count(
            "SELECT count(*) FROM person_merge_staff WHERE operation_id = ?1 AND ?2 = ?2", merge)
        let fields = try String.fetchAll(
            db, sql: "SELECT field FROM person_merge_fill WHERE operation_id = ?",
            arguments: [merge.operation])
        effect.filled = MergeField.allCases.filter { fields.contains($0.rawValue) }
        return effect
    }

    private func count(namesOf merge: PersonMergeRecord, into effect: inout MergeEffect) throws {
        for person in try lineage(of: merge).sorted() {
            effect.names += try [storedName(person), preferredName(person)]
                .count { !$0.isEmpty }
        }
        for (path, table) in [
            (\MergeEffect.identifiers, "identifier"), (\.contacts, "contact"),
        ] {
            effect[keyPath: path] = try lineage(of: merge).reduce(0) { sum, person in
                try sum
                    + (Int.fetchOne(
                        db, sql: "SELECT count(*) FROM \(table) WHERE person_id = ?",
                        arguments: [person]) ?? 0)
            }
        }
        effect.externalIDs = try lineage(of: merge).count { person in
            try String.fetchOne(
                db, sql: "SELECT external_id FROM person WHERE id = ?", arguments: [person]) != nil
        }
    }

    private func rows(_ kind: String) -> String {
        """
        SELECT count(*) FROM person_merge_row
        WHERE operation_id = ?1 AND kind = '\(kind)' AND ?2 = ?2
        """
    }

    private func guests(_ became: String) -> String {
        """
        SELECT count(*) FROM person_merge_mark
        WHERE operation_id = ?1 AND guest_became = '\(became)' AND ?2 = ?2
        """
    }

    private func count(_ sql: String, _ merge: PersonMergeRecord) throws -> Int {
        try Int.fetchOne(db, sql: sql, arguments: [merge.operation, merge.other]) ?? 0
    }

    /// The names of rounds in which something became of enrolments, but for those of `joined`.
    private func rounds(
        _ condition: String, _ merge: PersonMergeRecord, joined: String
    ) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT name FROM round WHERE id IN (
                    SELECT round_id FROM person_merge_row JOIN enrolment ON enrolment.id = row_id
                    WHERE person_merge_row.operation_id = ?1 AND \(condition))
                AND id NOT IN (
                    SELECT round_id FROM person_merge_row JOIN enrolment ON enrolment.id = row_id
                    WHERE person_merge_row.operation_id = ?1 AND \(joined))
                ORDER BY first_day, id
                """, arguments: [merge.operation, merge.other])
    }
}
