package import Courses
internal import GRDB

extension Reading {
    /// For which listed reasons people's marks stand as they do.
    package func markReasons(of book: SessionBook) throws -> [Person.ID: ListedReason] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT public_id, code
                FROM mark JOIN act_listed_reason ON act_listed_reason.act_id = mark.act_id
                    JOIN reason ON reason.id = reason_id JOIN person ON person.id = person_id
                WHERE session_id = ? AND value IS NOT NULL
                """)
        let rows = try Row.fetchAll(statement, arguments: [book.key])
        guard !rows.isEmpty else { return [:] }
        let listed = try listedReasons()
        return rows.reduce(into: [:]) { $0[$1["public_id"]] = listed[$1["code"]] }
    }

    /// For which listed reason a session was called off, by itself or with others.
    package func listedReason(ofCallingOff session: Session.ID) throws -> ListedReason? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT code FROM reason
                    JOIN operation_listed_reason AS given ON given.reason_id = reason.id
                WHERE given.operation_id = (
                    SELECT change.operation_id
                    FROM session_change AS change JOIN session ON session.id = change.session_id
                    WHERE session.public_id = ? AND session.state = 'cancelled'
                        AND was_state = 'planned' AND change.voided_by IS NULL
                    ORDER BY change.id DESC LIMIT 1)
                """)
        return try String.fetchOne(statement, arguments: [session])
            .flatMap { try listedReasons()[$0] }
    }

    /// The code of the listed reason for which an act was said.
    package func listedCode(of act: ActID) throws -> String? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT code FROM act JOIN act_listed_reason ON act_id = act.id
                    JOIN reason ON reason.id = reason_id
                WHERE uuid = ?
                """)
        return try String.fetchOne(statement, arguments: [act])
    }

    /// The code that a text names, where it is listed.
    package func listedCode(in text: String) throws -> String? {
        try ReasonText(text, isListed: isListed).code
    }

    package func isListed(_ code: String) throws -> Bool { try reasonKey(code) != nil }
}
