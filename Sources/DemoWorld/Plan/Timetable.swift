import Courses

/// A session as it will have been once everything has happened.
struct SessionPlan: Sendable {
    /// `round/group#number`.
    let key: String
    let group: String
    let number: Int
    let plannedDate: LocalDate
    var date: LocalDate
    let slot: Slot
    var mode = SessionMode.onsite
    var isCancelled = false
    var isTaken = true

    var endsAt: Instant { WallClock.instant(date, slot.end) }
}

/// A member of a group, whoever they are.
struct MemberPlan: Sendable {
    /// `round/group/number`.
    let key: String
    let round: String
    let conduct: Conduct
    let position: Int
    /// In which group on which days, half-open.
    var stays: [Stay]

    struct Stay: Sendable {
        let group: String
        let from: LocalDate
        var before: LocalDate?

        func includes(_ date: LocalDate) -> Bool {
            from <= date && before.map { date < $0 } ?? true
        }
    }

    func group(on date: LocalDate) -> String? {
        stays.first { $0.includes(date) }?.group
    }

    /// Ends the present stay and, where there is one, begins the next.
    mutating func leave(on date: LocalDate, for group: String?) {
        guard let last = stays.indices.last, stays[last].before == nil else { return }
        stays[last].before = date
        if let group { stays.append(Stay(group: group, from: date)) }
    }
}

/// Every session and every member of the world, worked out from the plan before anything is
/// built, so that people can be made to attend as often as the plan says.
struct Timetable: Sendable {
    /// By key.
    private(set) var sessions: [String: SessionPlan] = [:]
    /// In the order of the plan.
    private(set) var sessionKeys: [String] = []
    private(set) var members: [String: MemberPlan] = [:]
    private(set) var memberKeys: [String] = []

    init(_ plan: WorldPlan) throws {
        for round in plan.rounds {
            for group in round.groups {
                addMembers(of: group, round)
                try addSessions(of: group, round, breaks: plan.breaks)
            }
        }
        for event in plan.events { try apply(event) }
    }

    func sessions(of group: String) -> [SessionPlan] {
        sessionKeys.compactMap { sessions[$0] }.filter { $0.group == group }
    }

    private mutating func addMembers(of group: GroupPlan, _ round: RoundPlan) {
        let name = "\(round.code)/\(group.name)"
        for position in 1...group.size {
            let key = "\(name)/\(position)"
            memberKeys.append(key)
            members[key] = MemberPlan(
                key: key, round: round.code, conduct: group.conduct(of: position),
                position: position, stays: [.init(group: name, from: round.firstDay)])
        }
    }

    private mutating func addSessions(
        of group: GroupPlan, _ round: RoundPlan, breaks: [SchoolBreak]
    ) throws {
        let name = "\(round.code)/\(group.name)"
        let pattern = SessionPattern(
            from: round.firstDay,
            slot: group.slot,
            extent: .sessions(round.rules.sessions), schoolBreaks: breaks)
        for session in try pattern.plan().sessions {
            let key = "\(name)#\(session.number)"
            sessionKeys.append(key)
            sessions[key] = SessionPlan(
                key: key, group: name, number: session.number, plannedDate: session.date,
                date: session.date, slot: group.slot)
        }
    }

    private mutating func apply(_ event: EventPlan) throws {
        switch event.what {
        case .join:
            try change(event) { member in
                guard let group = member.stays.last?.group else { return }
                member.stays = [.init(group: group, from: event.on)]
            }
        case .withdraw: try change(event) { $0.leave(on: event.on, for: nil) }
        case .transfer:
            let target = try event.need(event.to)
            try change(event) { $0.leave(on: event.on, for: target) }
        case .merge: try merge(event)
        case .move:
            let date = try event.need(event.toDate)
            try changeSession(event) { $0.date = date }
        case .notTaken, .notHeld: try changeSession(event) { $0.isTaken = false }
        case .cancel: try changeSessions(event) { $0.isCancelled = true }
        case .remote: try changeSessions(event) { $0.mode = .remote }
        case .protect, .apply, .substitute, .makeUp, .guest: break
        }
    }

    private mutating func merge(_ event: EventPlan) throws {
        let (group, target) = (try event.need(event.group), try event.need(event.to))
        for key in memberKeys where members[key]?.group(on: event.on) == group {
            members[key]?.leave(on: event.on, for: target)
        }
        for session in sessions(of: group) where session.date >= event.on {
            sessions[session.key]?.isCancelled = true
        }
    }

    private mutating func change(
        _ event: EventPlan, _ body: (inout MemberPlan) -> Void
    ) throws {
        let key = try event.need(event.who)
        guard var member = members[key] else { throw DemoWorldError.unknown(key) }
        body(&member)
        members[key] = member
    }

    private mutating func changeSession(
        _ event: EventPlan, _ body: (inout SessionPlan) -> Void
    ) throws {
        let key = try event.session()
        guard var session = sessions[key] else { throw DemoWorldError.unknown(key) }
        body(&session)
        sessions[key] = session
    }

    /// One session by number, or all of a group from a day on.
    private mutating func changeSessions(
        _ event: EventPlan, _ body: (inout SessionPlan) -> Void
    ) throws {
        guard let from = event.from else { return try changeSession(event, body) }
        for session in sessions(of: try event.need(event.group)) where session.date >= from {
            var session = session
            body(&session)
            sessions[session.key] = session
        }
    }
}
