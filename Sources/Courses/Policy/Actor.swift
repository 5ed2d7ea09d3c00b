/// Who acts: a person with a user name and grants, or the command's operator.
package struct Actor: Sendable, Equatable {
    package enum Identity: Sendable, Hashable {
        case person(Person.ID, userName: String)
        /// Whoever may run the command on the database's machine: an administrator, but not a
        /// named reader of protected people.
        case commandOperator
    }

    package let identity: Identity
    package let grants: [Grant]

    package init(identity: Identity, grants: [Grant]) {
        self.identity = identity
        self.grants = grants
    }

    package static let commandOperator = Actor(
        identity: .commandOperator,
        grants: [Grant(role: .administrator, scope: .organisation, from: .distantPast, until: nil)])

    package var person: Person.ID? {
        if case .person(let person, _) = identity { person } else { nil }
    }
}

extension Actor {
    /// Whether a leader's grant that is in force on the date includes it.
    package func leads(_ resource: Resource, on date: LocalDate) -> Bool {
        grants.contains {
            $0.role == .leader && $0.isInForce(on: date) && $0.scope.includes(resource)
        }
    }
}

extension LocalDate {
    package static let distantPast = LocalDate(dayNumber: -719_162)
}

/// A right to play a role somewhere, from a day to a day, both included.
package struct Grant: Sendable, Equatable {
    package let role: Role
    package let scope: Scope
    package let from: LocalDate
    /// Nil is without end.
    package let until: LocalDate?

    package init(role: Role, scope: Scope, from: LocalDate, until: LocalDate?) {
        self.role = role
        self.scope = scope
        self.from = from
        self.until = until
    }

    package func isInForce(on date: LocalDate) -> Bool {
        from <= date && until.map { date <= $0 } ?? true
    }
}

package enum Role: String, CaseIterable, Sendable, Codable {
    case administrator, leader, manager
    /// A named reader of protected people; nobody is that but by grant.
    case protectedReader
}

/// Where a grant holds; each includes what is inside it.
package enum Scope: Sendable, Hashable {
    case organisation
    case round(Round.ID)
    case group(Group.ID)
    case session(Session.ID)
}
