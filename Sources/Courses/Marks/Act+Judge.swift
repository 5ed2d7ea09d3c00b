extension Act {
    /// What becomes of this act, the first rule that applies; `repeated` is the log's to say.
    ///
    /// - Parameter at: when it was done, the device's clock set right.
    package func judge(_ context: ActContext, at: Instant) -> ActOutcome {
        if let rule = brokenRule(context, at: at) { return .kept(rule) }
        let current = context.current
        if context.isAlreadySo { return .merged }
        if current.isFromSameDevice { return current.sequence > sequence ? .merged : .accepted }
        if let base = statement.base, current.version > base { return .needsReview }
        return .accepted
    }

    private func brokenRule(_ context: ActContext, at: Instant) -> KeptRule? {
        if !context.hasRight { return .outsideRight }
        if !context.personIsKnown { return .unknownPerson }
        if !context.otherSessionIsKnown { return .unknownSession }
        if !statement.mayFollow(context.session.state) { return .calledOff }
        if !context.isOnRoster { return .notOnRoster }
        if let minutes = statement.minutesMissed, minutes >= context.session.minutes {
            return .malformed
        }
        if statement.needsItsDay, WallClock.date(at) < context.session.date { return .notYet }
        if context.isSignedOff, !statement.maySpeakAfterSignOff { return .signedOff }
        return nil
    }
}

extension Act.Statement {
    /// Nil where no version is checked.
    package var base: Int? {
        switch self {
        case .mark(_, _, let base, _), .clear(_, let base, _), .headcount(_, _, let base, _),
            .note(_, let base), .sessionState(_, let base, _), .signOff(let base):
            base
        case .person, .retract: nil
        }
    }

    package var reason: String? {
        switch self {
        case .mark(_, _, _, let reason), .clear(_, _, let reason),
            .headcount(_, _, _, let reason), .sessionState(_, _, let reason):
            reason
        case .person, .note, .signOff, .retract: nil
        }
    }

    /// The same, said by somebody who has seen a version of the thing and gives their own reason.
    ///
    /// - Parameter isListed: whether a code is one of the organisation's.
    package func resaid(
        seeing base: Int, because other: String?, isListed: (String) throws -> Bool
    ) rethrows -> Act.Statement {
        let reason = other ?? reason
        return switch self {
        case .mark(let person, let mark, _, let own):
            .mark(
                person, mark, base: base,
                reason: mark.value.code == .excused
                    ? try Self.excuse(own, other, isListed) : reason)
        case .clear(let person, _, _): .clear(person, base: base, reason: reason)
        case .headcount(let key, let count, _, _):
            .headcount(key, count: count, base: base, reason: reason)
        case .note(let text, _): .note(text, base: base)
        case .sessionState(let state, _, _): .sessionState(state, base: base, reason: reason)
        case .signOff: .signOff(base: base)
        case .person, .retract: self
        }
    }

    /// For what an absence is excused stays beside why somebody says it again.
    private static func excuse(
        _ own: String?, _ other: String?, _ isListed: (String) throws -> Bool
    ) rethrows -> String? {
        guard let own, let other, let code = try ReasonText(own, isListed: isListed).code else {
            return other ?? own
        }
        return ReasonText(code: code, words: other).text
    }

    /// The same of a guest; nil where nobody is said to be there as a member. Nobody expects a
    /// guest, who can't be absent.
    package var ofGuest: Act.Statement? {
        guard case .mark(let person, let mark, let base, let reason) = self, mark.role != .guest,
            mark.value.isPresent
        else { return nil }
        let guest = Mark(value: mark.value, mode: mark.mode, role: .guest)
        return .mark(person, guest, base: base, reason: reason)
    }

    /// The person spoken about, who must exist.
    package var subject: Person.ID? {
        switch self {
        case .mark(let person, _, _, _), .clear(let person, _, _): person
        case .headcount, .person, .note, .sessionState, .signOff, .retract: nil
        }
    }

    /// Of a session that was called off only notes are taken; that it was not held, a leader
    /// may take back.
    fileprivate func mayFollow(_ state: SessionState) -> Bool {
        switch self {
        case .note, .retract: true
        case .sessionState: state != .cancelled
        case .mark, .clear, .headcount, .person, .signOff: state == .planned
        }
    }

    /// Whether it can't be said before the session's day: that somebody is there, and that the
    /// list is complete.
    fileprivate var needsItsDay: Bool {
        switch self {
        case .mark(_, let mark, _, _): mark.value.isPresent
        case .signOff: true
        case .clear, .headcount, .person, .note, .sessionState, .retract: false
        }
    }

    fileprivate var minutesMissed: Int? {
        guard case .mark(_, let mark, _, _) = self else { return nil }
        return (mark.value.lateMinutes ?? 0) + (mark.value.leftEarlyMinutes ?? 0)
    }

    /// After a sign-off a change is a correction and needs its reason; a note and a sign-off
    /// change nothing that was signed.
    fileprivate var maySpeakAfterSignOff: Bool {
        switch self {
        case .note, .signOff, .person: true
        case .mark, .clear, .headcount, .sessionState:
            reason.map { !$0.allSatisfy(\.isWhitespace) } ?? false
        case .retract: false
        }
    }
}
