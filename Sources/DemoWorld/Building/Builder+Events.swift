import Courses
import Desk

extension Builder {
    mutating func happen(_ event: EventPlan) async throws {
        switch event.what {
        case .join: try await join(event)
        case .transfer, .withdraw, .merge: try await move(event)
        case .protect: try await protect(event)
        case .apply: try await apply(event)
        case .cancel, .remote, .move: try await changeSessions(event)
        case .substitute: try await substitute(event)
        case .notTaken, .notHeld, .makeUp, .guest: break
        }
    }

    private mutating func join(_ event: EventPlan) async throws {
        let key = try event.need(event.who)
        guard let member = timetable.members[key], let stay = member.stays.first,
            let round = plan.rounds.first(where: { $0.code == member.round }),
            let group = round.groups.first(where: { "\(round.code)/\($0.name)" == stay.group })
        else { throw DemoWorldError.unknown(key) }
        let person = try await addMember(at: member.position, of: group, in: round)
        people[key] = person
        try await place([person], in: stay.group, from: event.on)
    }

    private func move(_ event: EventPlan) async throws {
        switch event.what {
        case .transfer:
            _ = try await desk.transfer(
                find(event.need(event.who), in: people),
                to: find(event.need(event.to), in: groups), on: event.on, reason: event.reason,
                as: administrator)
        case .withdraw:
            let who = try event.need(event.who)
            let round = try await desk.round(
                String(who.prefix { $0 != "/" }), as: administrator)
            _ = try await desk.withdraw(
                find(who, in: people), from: round.id, on: event.on, reason: event.reason,
                as: administrator)
        default:
            _ = try await desk.merge(
                [find(event.need(event.group), in: groups)],
                into: find(event.need(event.to), in: groups), on: event.on, reason: event.reason,
                as: administrator)
        }
    }

    private func protect(_ event: EventPlan) async throws {
        let level = ProtectionLevel(rawValue: try event.need(event.level))
        try await desk.protect(
            find(event.need(event.who), in: people), level: event.need(level), as: administrator)
    }

    /// People who wait without a place.
    private mutating func apply(_ event: EventPlan) async throws {
        let code = try event.need(event.round)
        var waiting: [Person.ID] = []
        for _ in 0..<(try event.need(event.count)) {
            let person = try maker.person(
                speaking: event.need(event.language), gender: nil, genderIsTold: true,
                interpreterOk: false, on: event.on)
            let childcare = waiting.isEmpty ? event.children ?? 0 : 0
            waiting.append(
                try await desk.addPerson(
                    person, round: code, childcare: childcare, as: administrator))
        }
        if let together = event.together {
            try await desk.addParty(
                together ? .together : .apart, of: Array(waiting.prefix(2)),
                childcare: event.children ?? 0, as: administrator)
        }
    }

    private func changeSessions(_ event: EventPlan) async throws {
        for key in try sessionKeys(of: event) {
            let session = try find(key, in: sessions)
            switch event.what {
            case .cancel:
                _ = try await desk.cancelSession(
                    session, reason: event.reason, as: administrator)
            case .remote:
                let date = try find(key, in: timetable.sessions).date
                _ = try await desk.moveSession(
                    session, to: date, mode: .remote, reason: event.reason, as: administrator)
            default:
                _ = try await desk.moveSession(
                    session, to: event.need(event.toDate), reason: event.reason,
                    as: administrator)
            }
        }
    }

    /// One session by number, or all of the group's from a day on.
    private func sessionKeys(of event: EventPlan) throws -> [String] {
        guard let from = event.from else { return [try event.session()] }
        return timetable.sessions(of: try event.need(event.group))
            .filter { $0.date >= from }.map(\.key)
    }

    /// A right to one session, from the day on which it was agreed to the day after.
    private func substitute(_ event: EventPlan) async throws {
        let key = try event.session()
        let date = try find(key, in: timetable.sessions).date
        try await desk.grant(
            Grant(
                role: .leader, scope: .session(try find(key, in: sessions)), from: event.on,
                until: date.adding(days: 1)),
            to: event.need(event.user), as: administrator)
    }
}
