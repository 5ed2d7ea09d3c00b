package import Courses
import FoundationEssentials
internal import GRDB

extension Reading {
    /// What lists don't show; of somebody protected neither what they are called nor any note.
    package func details(of id: Person.ID) throws -> PersonDetails {
        let key = try requireKey(id, in: .person)
        let id = try standing(id)
        let isProtected =
            try db.cachedStatement(sql: "SELECT 1 FROM protected_name WHERE person_id = ?")
            .fetchKey([key]) != nil
        return try details(of: id, key, called: try preferredName(key), isHidden: isProtected)
    }

    fileprivate func details(
        of id: Person.ID, _ key: Int64, called preferred: PersonName, isHidden: Bool
    ) throws -> PersonDetails {
        var details = PersonDetails(
            preferredName: preferred.isEmpty ? nil : preferred.display,
            note: isHidden ? nil : try note(of: (key, id), enrolment: nil))
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT enrolment.id, childcare, round.public_id AS round
                FROM enrolment JOIN round ON round.id = round_id WHERE person_id = ?
                """, arguments: [key])
        for row in rows {
            let enrolment: Int64 = row["id"]
            details.rounds[row["round"]] = EnrolmentDetails(
                childcare: row["childcare"], wishes: try wishes(inEnrolment: enrolment),
                note: isHidden ? nil : try note(of: (key, id), enrolment: enrolment))
        }
        return details
    }
}

extension Writing {
    /// The same of a protected person, for a named reader; the read is recorded.
    package func revealDetails(of id: Person.ID, to actor: Actor) throws -> PersonDetails {
        let key = try reading.requireKey(id, in: .person)
        let id = try reading.standing(id)
        try audit("readProtectedDetails", "person", id.description, by: actor)
        let sealed = try Data.fetchOne(
            db, sql: "SELECT sealed FROM protected_preferred_name WHERE person_id = ?",
            arguments: [key])
        let preferred = try sealed.map {
            try PersonName(sealedForm: try sealer.open($0, context: "preferred name \(id)"))
        }
        return try reading.details(
            of: id, key, called: try preferred ?? reading.preferredName(key), isHidden: false)
    }
}

extension Reading {
    /// In which to write to somebody, best first: as was asked for, then what they read; what
    /// they take courses in or speak where neither is known.
    package func letterLanguages(of person: Person.ID) throws -> [Language] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT language, use = 'contact' OR use = 'written' AS is_read
                FROM person_language
                WHERE person_id = (
                    SELECT coalesce(merged_into, id) FROM person WHERE public_id = ?)
                ORDER BY CASE use WHEN 'contact' THEN 0 WHEN 'written' THEN 1
                    WHEN 'course' THEN 2 ELSE 3 END, position
                """)
        let rows = try Row.fetchAll(statement, arguments: [person])
        let read = rows.filter { $0["is_read"] }
        return (read.isEmpty ? rows : read).map { Language(rawValue: $0["language"]) }
    }
}
