package import Courses
internal import GRDB

extension Writing {
    /// Lets a right end, as often as it was given; how it was given stays.
    ///
    /// - Parameter lastDay: the last day on which it holds; yesterday ends it at once.
    package func end(
        _ grant: Grant, of person: Person.ID, lastDay: LocalDate, by actor: Actor
    ) throws {
        let (column, id) = grant.scope.stored
        let condition = """
            person_id = :person AND role = :role AND starts_on = :from AND ends_on IS :until
                AND (SELECT public_id FROM round WHERE id = round_id) IS :round
                AND (SELECT public_id FROM course_group WHERE id = group_id) IS :group
                AND (SELECT public_id FROM session WHERE id = session_id) IS :session
            """
        var arguments: [String: (any DatabaseValueConvertible)?] = [
            "person": try reading.requireKey(person, in: .person), "role": grant.role.rawValue,
            "from": grant.from, "until": grant.until, "round": nil, "group": nil, "session": nil,
            "last": lastDay, "actor": try actorKey(actor), "now": now,
        ]
        if let column { arguments[column] = id }
        try execute(
            """
            INSERT INTO access_grant_end (grant_id, last_day, actor_id, at)
            SELECT id, :last, :actor, :now FROM access_held WHERE \(condition)
            """, StatementArguments(arguments))
    }
}

extension Scope {
    fileprivate var stored: (column: String?, id: String?) {
        switch self {
        case .organisation: (nil, nil)
        case .round(let id): ("round", id.description)
        case .group(let id): ("group", id.description)
        case .session(let id): ("session", id.description)
        }
    }
}
