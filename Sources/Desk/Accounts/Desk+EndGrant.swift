package import Courses
import Store

extension Desk {
    /// Lets a right end.
    ///
    /// - Parameter lastDay: the last day on which it holds; nil ends it at once, so that
    ///   yesterday was the last. It never makes a right last longer.
    /// - Throws: `AccountError.lastAdministratorRight` for the last right by which whoever acts
    ///   looks after the whole organisation.
    package func endGrant(
        _ grant: Grant, of userName: String, lastDay: LocalDate? = nil, as actor: Actor
    ) async throws {
        try await write { writing in
            let today = writing.today
            try Policy.require(actor, .manageUsers, on: .organisation, date: today)
            guard let account = try writing.reading.account(userName: userName) else {
                throw AccountError.unknownUser(userName)
            }
            guard let index = account.grants.firstIndex(of: grant) else {
                throw AccountError.unknownGrant
            }
            var others = account.grants
            others.remove(at: index)
            if account.person == actor.person, grant.governsAll(on: today),
                !others.contains(where: { $0.governsAll(on: today) && $0.until == nil })
            {
                throw AccountError.lastAdministratorRight
            }
            let end = min(lastDay ?? today.adding(days: -1), grant.until ?? .distantFuture)
            try writing.end(grant, of: account.person, lastDay: end)
            try writing.audit("endGrant", "person", account.person.description, by: actor)
        }
    }
}

extension Grant {
    fileprivate func governsAll(on date: LocalDate) -> Bool {
        role == .administrator && scope == .organisation && isInForce(on: date)
    }
}

extension LocalDate {
    fileprivate static let distantFuture = LocalDate(dayNumber: 2_932_896)
}
