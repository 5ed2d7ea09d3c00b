/// A session with what lists show of it.
package struct SessionOverview: Sendable, Equatable {
    package let session: Session
    package let round: Round.ID
    package let evidence: SessionEvidence
    /// On the roster on the session's day.
    package let expected: Int
    /// Of the roster, how many have a mark.
    package let marked: Int
    /// Statements kept or needing review that nobody has settled.
    package let waiting: Int

    package init(
        session: Session, round: Round.ID, evidence: SessionEvidence, expected: Int, marked: Int,
        waiting: Int
    ) {
        self.session = session
        self.round = round
        self.evidence = evidence
        self.expected = expected
        self.marked = marked
        self.waiting = waiting
    }

    /// The same session after something was said of it.
    package func with(state: SessionState, waiting: Int) -> SessionOverview {
        var evidence = evidence
        evidence.state = state
        return SessionOverview(
            session: session.with(state: state), round: round, evidence: evidence,
            expected: expected, marked: marked, waiting: waiting)
    }

    package var resource: Resource {
        .session(session.id, groups: session.groups.map(\.group), round: round)
    }
}

/// Which sessions a list is about; each part narrows it, nil means any.
package struct SessionFilter: Sendable {
    package var round: Round.ID?
    package var group: Group.ID?
    package var from: LocalDate?
    /// The last day included.
    package var through: LocalDate?

    package init(
        round: Round.ID? = nil, group: Group.ID? = nil, from: LocalDate? = nil,
        through: LocalDate? = nil
    ) {
        self.round = round
        self.group = group
        self.from = from
        self.through = through
    }
}
