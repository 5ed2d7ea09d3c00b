/// What someone may want to do.
package enum Right: String, CaseIterable, Sendable {
    /// See which programmes, rounds and groups there are; nobody's data.
    case readPlan
    /// See a group's roster and marks.
    case readRegister
    /// Record attendance, headcounts and notes, and sign off.
    case recordAttendance
    case readFigures
    /// See people's names and what is known of them, contacts and identity numbers apart.
    case readPeople
    case readContacts
    /// Read the telephone numbers of a group's members, to call them.
    case readCallList
    case readProtected
    /// Make and change programmes, rounds, groups, sessions, enrolments and placements.
    case organise
    case importPeople
    case manageUsers
    case readAudit
}

/// What someone may want to do it to, with all that it lies in.
package enum Resource: Sendable, Hashable {
    case organisation
    case round(Round.ID)
    case group(Group.ID, round: Round.ID)
    case session(Session.ID, groups: [Group.ID], round: Round.ID)
}

/// Who may do what to what: the one place that decides, and denies what it does not name.
package enum Policy {
    package static func allows(
        _ actor: Actor, _ right: Right, on resource: Resource, date: LocalDate
    ) -> Bool {
        actor.grants.contains { grant in
            grant.isInForce(on: date) && grant.role.rights.contains(right)
                && grant.scope.includes(resource)
        }
    }

    /// For what is nobody's data: any grant in force will do, wherever it holds.
    package static func requireAnywhere(
        _ actor: Actor, _ right: Right, date: LocalDate
    ) throws(NotAllowed) {
        let grants = actor.grants.filter { $0.isInForce(on: date) }
        guard grants.contains(where: { $0.role.rights.contains(right) }) else {
            throw NotAllowed(right: right)
        }
    }

    /// - Throws: `NotAllowed`, which names the right and nothing of the resource.
    package static func require(
        _ actor: Actor, _ right: Right, on resource: Resource, date: LocalDate
    ) throws(NotAllowed) {
        guard allows(actor, right, on: resource, date: date) else { throw NotAllowed(right: right) }
    }
}

package struct NotAllowed: Error, Sendable, Equatable {
    package let right: Right

    package init(right: Right) {
        self.right = right
    }
}

extension Role {
    package var rights: Set<Right> {
        switch self {
        case .administrator:
            [
                .readPlan, .readRegister, .recordAttendance, .readFigures, .readPeople,
                .readContacts, .readCallList, .organise, .importPeople, .manageUsers, .readAudit,
            ]
        case .leader:
            [.readPlan, .readRegister, .recordAttendance, .readFigures, .readCallList]
        case .manager: [.readPlan, .readFigures]
        case .protectedReader: [.readProtected]
        }
    }
}

extension Scope {
    package func includes(_ resource: Resource) -> Bool {
        switch (self, resource) {
        case (.organisation, _): true
        case (.round(let round), .round(let other)): round == other
        case (.round(let round), .group(_, let other)): round == other
        case (.round(let round), .session(_, _, let other)): round == other
        case (.group(let group), .group(let other, _)): group == other
        case (.group(let group), .session(_, let groups, _)): groups.contains(group)
        case (.session(let session), .session(let other, _, _)): session == other
        case (.round, .organisation), (.group, .organisation), (.group, .round),
            (.session, .organisation), (.session, .round), (.session, .group):
            false
        }
    }
}
