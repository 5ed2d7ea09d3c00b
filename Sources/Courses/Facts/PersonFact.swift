/// Somebody without a name: a protected person counts like anyone.
package struct PersonFact: Sendable, Equatable {
    package var gender: Gender
    /// Days since 1970-01-01, or `Facts.unknownDay`.
    package var birthDay: Int32
    /// Where the person's languages begin in `Facts.spoken`, and how many they are.
    package var spokenStart: Int32
    package var spokenCount: Int32

    package init(gender: Gender, birthDay: Int32, spokenStart: Int32 = 0, spokenCount: Int32 = 0) {
        self.gender = gender
        self.birthDay = birthDay
        self.spokenStart = spokenStart
        self.spokenCount = spokenCount
    }
}

/// Someone's place in a group on the days `from ..< before`.
@usableFromInline
package struct PlacementFact: Sendable, Equatable {
    @usableFromInline package var person: Int32
    @usableFromInline package var group: Int32
    /// Days since 1970-01-01.
    @usableFromInline package var from: Int32
    /// The first day after it, or `Facts.open`.
    @usableFromInline package var before: Int32
    /// Position in `Facts.languages`.
    @usableFromInline package var language: Int32

    package init(person: Int32, group: Int32, from: Int32, before: Int32, language: Int32) {
        self.person = person
        self.group = group
        self.from = from
        self.before = before
        self.language = language
    }
}

/// Someone who left a round, unless a later step placed them there again.
package struct WithdrawalFact: Sendable, Equatable {
    package var person: Int32
    package var round: Int32
    /// The first day (since 1970-01-01) on which they no longer took part.
    package var on: Int32

    package init(person: Int32, round: Int32, on: Int32) {
        self.person = person
        self.round = round
        self.on = on
    }
}

/// An enrolment that leads to a place: one for each person and round, those declined left out.
package struct WaitFact: Sendable, Equatable {
    package var person: Int32
    package var round: Int32
    /// The day (since 1970-01-01) of the last `applied`: who came back has waited since then.
    package var applied: Int32
    /// The first day on which no place holds that they had before they applied; that is not the
    /// one for which they wait.
    package var free: Int32

    /// - Parameter free: nil where they had none.
    package init(person: Int32, round: Int32, applied: Int32, free: Int32? = nil) {
        self.person = person
        self.round = round
        self.applied = applied
        self.free = max(free ?? applied, applied)
    }
}
