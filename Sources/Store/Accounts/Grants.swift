package import Courses
internal import GRDB

extension Writing {
    /// Lets a right end; one that would end before it began counts as never given.
    ///
    /// - Parameter lastDay: the last day on which it holds.
    package func end(_ grant: Grant, of person: Person.ID, lastDay: LocalDate) throws {
        let (column, id) = grant.scope.stored
        let condition = """
            person_id = :person AND role = :role AND starts_on = :from AND ends_on IS :until
                AND withdrawn_at IS NULL
                AND (SELECT public_id FROM round WHERE id = round_id) IS :round
                AND (SELECT public_id FROM course_group WHERE id = group_id) IS :group
                AND (SELECT public_id FROM session WHERE id = session_id) IS :session
            """
        var arguments: [String: (any DatabaseValueConvertible)?] = [
            "person": try reading.requireKey(person, in: .person), "role": grant.role.rawValue,
            "from": grant.from, "until": grant.until, "round": nil, "group": nil, "session": nil,
        ]
        if let column { arguments[column] = id }
        let isNeverToHold = lastDay < grant.from
        if isNeverToHold { arguments["now"] = now } else { arguments["last"] = lastDay }
        let change = isNeverToHold ? "withdrawn_at = :now" : "ends_on = :last"
        try execute(
            "UPDATE access_grant SET \(change) WHERE \(condition)", StatementArguments(arguments))
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
