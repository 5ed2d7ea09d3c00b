/// A meeting of a round, usually of one group.
package struct Session: Sendable, Equatable {
    package typealias ID = Identifier<Session>

    package let id: ID
    /// The groups that meet, each with the session's running number in it; more than one in a
    /// joint session.
    package let groups: [SessionGroup]
    package let date: LocalDate
    package let start: LocalTime
    package let end: LocalTime
    package let mode: SessionMode
    package let recording: Recording
    package let state: SessionState

    package init(
        id: ID, groups: [SessionGroup], date: LocalDate, start: LocalTime, end: LocalTime,
        mode: SessionMode, recording: Recording, state: SessionState
    ) {
        self.id = id
        self.groups = groups
        self.date = date
        self.start = start
        self.end = end
        self.mode = mode
        self.recording = recording
        self.state = state
    }

    /// Wall-clock minutes.
    package var minutes: Int { end.minutes - start.minutes }
    package var startsAt: Instant { WallClock.instant(date, start) }
    package var endsAt: Instant { WallClock.instant(date, end) }
}

package struct SessionGroup: Sendable, Equatable {
    package let group: Group.ID
    /// 1 and up; it stays with the session when it moves.
    package let number: Int

    package init(group: Group.ID, number: Int) {
        self.group = group
        self.number = number
    }
}

package enum SessionMode: String, CaseIterable, Sendable, Codable {
    case onsite, remote, hybrid
}

/// How attendance is taken: by name, by counting heads, or both.
package enum Recording: String, CaseIterable, Sendable, Codable {
    case named, counted, both
}

/// What is stored of a session's course; held, taken and not taken are derived.
package enum SessionState: Sendable, Equatable {
    case planned
    /// Called off before its start.
    case cancelled
    /// Found out afterwards.
    case notHeld

    package var isCalledOff: Bool { self != .planned }
}
