package import Courses
import Store

/// Who lacks a single session to have completed a round, and where they could make one up.
package struct OneShort: Sendable {
    package struct Row: Sendable {
        package let person: Person.ID
        package let name: DisplayName
        /// Where they were placed last.
        package let group: Group.ID
        package let attended: Int
        /// Sessions of their own group still to come.
        package let coming: Int
        package let missed: [Missed]

        package init(
            person: Person.ID, name: DisplayName, group: Group.ID, attended: Int, coming: Int,
            missed: [Missed]
        ) {
            self.person = person
            self.name = name
            self.group = group
            self.attended = attended
            self.coming = coming
            self.missed = missed
        }
    }

    /// A session that they neither attended nor made up for.
    package struct Missed: Sendable, Equatable {
        package let session: Session.ID
        /// Its running number in their group.
        package let number: Int
        package let date: LocalDate
        /// By date and time.
        package let makeUps: [MakeUp]

        package init(session: Session.ID, number: Int, date: LocalDate, makeUps: [MakeUp]) {
            self.session = session
            self.number = number
            self.date = date
            self.makeUps = makeUps
        }
    }

    /// A session to come of another group, with the number that was missed, in a language of
    /// theirs.
    package struct MakeUp: Sendable, Equatable {
        package let session: Session
        package let group: Group.ID
        package let language: Language
        /// An interpreter speaks it, and not the leader.
        package let isInterpreted: Bool

        package init(
            session: Session, group: Group.ID, language: Language, isInterpreted: Bool
        ) {
            self.session = session
            self.group = group
            self.language = language
            self.isInterpreted = isInterpreted
        }
    }

    package let round: Round
    /// Nil for the whole round.
    package let group: Group?
    /// All of the round's.
    package let groups: [Group]
    /// By group and then id.
    package let rows: [Row]

    package init(round: Round, group: Group?, groups: [Group], rows: [Row]) {
        self.round = round
        self.group = group
        self.groups = groups
        self.rows = rows
    }
}

extension Desk {
    /// Of a whole round, for whoever may read its people.
    package func oneShort(in round: String, as actor: Actor) async throws -> OneShort {
        let now = clock.now()
        return try await store.read { reading in
            let round = try reading.round(round)
            try Policy.require(
                actor, .readPeople, on: .round(round.id), date: WallClock.date(now))
            return try OneShortCount(reading, round, at: now).list(of: nil)
        }
    }

    /// Of a group, for whoever may read its register.
    package func oneShort(ofGroup id: Group.ID, as actor: Actor) async throws -> OneShort {
        let now = clock.now()
        return try await store.read { reading in
            let group = try reading.group(id)
            try Policy.require(
                actor, .readRegister, on: .group(id, round: group.round),
                date: WallClock.date(now))
            let round = try reading.round(group.round.description)
            return try OneShortCount(reading, round, at: now).list(of: group)
        }
    }
}

/// What it takes to find make-ups.
private struct OneShortCount {
    let reading: Reading
    let round: Round
    let now: Instant
    private let groups: [Group]
    private let sessions: [SessionOverview]

    init(_ reading: Reading, _ round: Round, at now: Instant) throws {
        self.reading = reading
        self.round = round
        self.now = now
        groups = try reading.groups(in: round.id)
        sessions = try reading.sessions(SessionFilter(round: round.id))
    }

    func list(of group: Group?) throws -> OneShort {
        let wanted = try RoundProgress(reading, of: round, at: now).careers.filter { career in
            career.attended == round.rules.completionThreshold - 1 && !career.hasWithdrawn
                && (group.map { $0.id == career.group } ?? true)
        }
        let names = try reading.names(of: wanted.map(\.person))
        let people = Dictionary(
            try reading.people(enrolledIn: round.id).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let rows = try wanted.map { career in
            // Beside an alias, all that somebody speaks would tell who they are.
            let spoken =
                names[career.person]?.alias == nil
                ? people[career.person]?.courseLanguages ?? [] : []
            let seeker = Seeker(
                group: career.group, gender: people[career.person]?.gender ?? .unknown,
                languages: spoken + [career.language],
                acceptsInterpreter: try reading.acceptsInterpreter(career.person))
            return OneShort.Row(
                person: career.person,
                name: names[career.person] ?? DisplayName(native: nil, latin: nil),
                group: career.group, attended: career.attended,
                coming: coming.count { meets($0, career.group) },
                missed: career.missed.compactMap { missed($0, by: seeker) })
        }
        return OneShort(
            round: round, group: group, groups: groups,
            rows: rows.sorted { ($0.group, $0.person) < ($1.group, $1.person) })
    }

    private struct Seeker {
        let group: Group.ID
        let gender: Gender
        let languages: [Language]
        let acceptsInterpreter: Bool
    }

    private var coming: [Session] {
        sessions.map(\.session).filter { !$0.state.isCalledOff && $0.startsAt > now }
    }

    private func meets(_ session: Session, _ group: Group.ID) -> Bool {
        session.groups.contains { $0.group == group }
    }

    private func missed(_ id: Session.ID, by seeker: Seeker) -> OneShort.Missed? {
        guard let session = sessions.first(where: { $0.session.id == id })?.session,
            let number =
                (session.groups.first { $0.group == seeker.group }
                ?? session.groups.first)?.number
        else { return nil }
        return OneShort.Missed(
            session: id, number: number, date: session.date,
            makeUps: coming.filter { !meets($0, seeker.group) }.compactMap { session in
                makeUp(session, number, for: seeker)
            })
    }

    private func makeUp(
        _ session: Session, _ number: Int, for seeker: Seeker
    ) -> OneShort.MakeUp? {
        for meeting in session.groups where meeting.number == number {
            guard let group = groups.first(where: { $0.id == meeting.group }),
                group.closedOn.map({ session.date < $0 }) ?? true,
                group.openTo.admits(seeker.gender)
            else { continue }
            let spoken = group.languages.first(where: seeker.languages.contains)
            let interpreted =
                seeker.acceptsInterpreter
                ? group.delivery.interpretedInto.first(where: seeker.languages.contains) : nil
            if let language = spoken ?? interpreted {
                return OneShort.MakeUp(
                    session: session, group: group.id, language: language,
                    isInterpreted: spoken == nil)
            }
        }
        return nil
    }
}
