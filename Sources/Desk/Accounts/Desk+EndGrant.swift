package import Courses
import Store

extension Desk {
    /// Lets a right end.
    ///
    /// - Parameter lastDay: the last day on which it holds, yesterday at the earliest; nil ends
    ///   it at once. It never makes a right last longer.
    /// - Throws: `AccountError.lastAdministratorRight` where nobody would look after the whole
    ///   organisation any more without a last day.
    package func endGrant(
        _ grant: Grant, of userName: String, lastDay: LocalDate? = nil, as actor: Actor
    ) async throws {
        try await write { writing in
            let today = writing.today
            try Policy.require(actor, .manageUsers, on: .organisation, date: today)
            guard let account = try writing.reading.account(userName: userName) else {
                throw AccountError.unknownUser(userName)
            }
            guard account.grants.contains(grant), grant.until.map({ today <= $0 }) ?? true else {
                throw AccountError.unknownGrant
            }
            let yesterday = today.adding(days: -1)
            let last = lastDay ?? yesterday
            guard yesterday <= last else { throw AccountError.rightEndsTooEarly(yesterday) }
            if let until = grant.until, until <= last { return }
            try writing.end(grant, of: account.person, lastDay: last, by: actor)
            if grant.governsAll(on: today) { try Self.checkGoverned(writing) }
            try writing.audit("endGrant", "person", account.person.description, by: actor)
        }
    }

    private static func checkGoverned(_ writing: Writing) throws {
        let governs = try writing.reading.accounts().contains { account in
            !account.isClosed
                && account.grants.contains {
                    $0.governsAll(on: writing.today) && $0.until == nil
                }
        }
        guard governs else { throw AccountError.lastAdministratorRight }
    }
}

extension Grant {
    fileprivate func governsAll(on date: LocalDate) -> Bool {
        role == .administrator && scope == .organisation && isInForce(on: date)
    }
}
