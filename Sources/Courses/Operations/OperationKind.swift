/// An operation's public id.
package enum OperationEntity {}
package typealias OperationID = Identifier<OperationEntity>

/// The recorded acts on many rows, each previewed, applied in one transaction and undone as one.
package enum OperationKind: String, CaseIterable, Sendable, Codable {
    case importPeople, place, transfer, merge, withdraw
    case planSessions, moveSession, cancelSession
    case endRound, undo
    /// The steps of an enrolment that lead to no place yet, but for `accept`.
    case apply, offer, accept, decline, waitlist, prioritise
    case split, openGroup, closeGroup, pause, resume, changeLeader, balance
    /// What a group is: its name, languages, size, place or time.
    case changeGroup
    /// Two persons who are one; somebody added on the spot who is nobody known before.
    case mergePeople, keepPerson

    /// Transfer, merge, split and pause take effect today or later; only placing and withdrawing
    /// may be dated back.
    package var mayBeDatedBack: Bool {
        switch self {
        case .place, .withdraw, .importPeople, .apply, .accept: true
        case .transfer, .merge, .planSessions, .moveSession, .cancelSession, .endRound,
            .undo, .offer, .decline, .waitlist, .prioritise, .split, .openGroup, .closeGroup,
            .pause, .resume, .changeLeader, .balance, .changeGroup, .mergePeople, .keepPerson:
            false
        }
    }
}

extension OperationKind {
    /// Whether it can be taken back at all; an undo, an ended round and a changed group are undone by
    /// acting anew.
    package var isUndoable: Bool {
        switch self {
        case .undo, .endRound, .changeGroup: false
        case .importPeople, .place, .transfer, .merge, .withdraw, .planSessions, .moveSession,
            .cancelSession, .apply, .offer, .accept, .decline, .waitlist, .prioritise, .split,
            .openGroup, .closeGroup, .pause, .resume, .changeLeader, .balance, .mergePeople,
            .keepPerson:
            true
        }
    }
}

/// Why an operation can't be undone, with all that stands in the way.
package enum UndoObstacle: Sendable, Equatable {
    case alreadyUndone
    /// `OperationKind.isUndoable`.
    case notUndoable(OperationKind)
    /// These sessions of the groups concerned have begun since.
    case sessionsBegun([Session.ID])
    /// These operations rest on its rows.
    case restedOnBy([OperationID])
    /// Statements have been made about people or sessions that it brought.
    case spokenOf(sessions: [Session.ID])
    /// Nobody can tell to which of two people who were made one a mark at a session belongs.
    case unclearMark(MergeMeeting)
    /// People whom it brought have since become something that no operation takes back.
    case inUse(PersonUse, [Person.ID])
    /// Somebody has been given a right to groups that it opened.
    case grantedGroups([Group.ID])
}

/// What keeps a person from being taken back with the import that brought them.
package enum PersonUse: String, CaseIterable, Sendable {
    /// They have a user account.
    case account
    /// They have been granted a role.
    case grant
    /// They are staff at a session.
    case staff
    /// They are in a party that was noted by hand.
    case party
}
