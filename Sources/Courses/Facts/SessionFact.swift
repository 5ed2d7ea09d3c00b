/// A session as its figures need it, with its state derived at the moment of asking.
package struct SessionFact: Sendable, Equatable {
    /// Position in `Facts.rounds`.
    package var round: Int32
    /// Days since 1970-01-01; of a session that was moved, its day now.
    package var day: Int32
    /// Wall-clock minutes from start to end.
    package var minutes: Int16
    package var mode: SessionMode
    package var status: SessionStatus
    /// As `SessionEvidence.isHeld` tells it.
    package var isHeld: Bool
    /// How many statements about it wait for an administrator.
    package var review: Int32

    package init(
        round: Int32, day: Int32, minutes: Int16, mode: SessionMode, status: SessionStatus,
        isHeld: Bool, review: Int32 = 0
    ) {
        self.round = round
        self.day = day
        self.minutes = minutes
        self.mode = mode
        self.status = status
        self.isHeld = isHeld
        self.review = review
    }
}

/// A group that meets in a session.
package struct SessionGroupFact: Sendable, Equatable {
    package var session: Int32
    package var group: Int32
    /// The session's running number in the group.
    package var number: Int32

    package init(session: Int32, group: Int32, number: Int32) {
        self.session = session
        self.group = group
        self.number = number
    }
}

/// People without names at a session.
package struct HeadcountFact: Sendable, Equatable {
    package var session: Int32
    /// Position in `Facts.languages`, or `Facts.none`.
    package var language: Int32
    /// `unknown` where none was told.
    package var gender: Gender
    package var count: Int32
    /// Those counted are children in childcare.
    package var isChildcare: Bool

    package init(
        session: Int32, language: Int32 = Facts.none, gender: Gender = .unknown, count: Int32,
        isChildcare: Bool = false
    ) {
        self.session = session
        self.language = language
        self.gender = gender
        self.count = count
        self.isChildcare = isChildcare
    }
}
