package import Courses
internal import GRDB

extension Reading {
    /// What lists don't show; of somebody protected neither what they are called nor any note.
    package func details(of id: Person.ID) throws -> PersonDetails {
        let key = try requireKey(id, in: .person)
        let isProtected =
            try db.cachedStatement(sql: "SELECT 1 FROM protected_name WHERE person_id = ?")
            .fetchKey([key]) != nil
        let preferred = try preferredName(key)
        var details = PersonDetails(
            preferredName: preferred.isEmpty ? nil : preferred.display,
            note: isProtected ? nil : try note(of: (key, id), enrolment: nil))
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
                note: isProtected ? nil : try note(of: (key, id), enrolment: enrolment))
        }
        return details
    }
}
