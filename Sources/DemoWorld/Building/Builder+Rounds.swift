import Courses
import Desk

extension Builder {
    mutating func open(_ round: RoundPlan) async throws {
        // Only rounds made from now on copy these rules.
        try await desk.change(plan.programme.code, rules: round.rules, as: administrator)
        try await desk.addRound(
            of: plan.programme.code, code: round.code, name: round.name, firstDay: round.firstDay,
            as: administrator)
        for group in round.groups {
            try await add(group, in: round)
            try await planSessions(of: group, in: round)
            try await enrolMembers(of: group, in: round)
        }
    }

    private mutating func add(_ group: GroupPlan, in round: RoundPlan) async throws {
        let made = try await desk.addGroup(
            NewGroup(
                name: group.name, round: round.code, languages: group.languages,
                delivery: group.delivery, openTo: group.openTo ?? .all,
                childcarePlaces: group.childcarePlaces, venue: group.venue, slot: group.slot),
            as: administrator)
        groups["\(round.code)/\(group.name)"] = made.id
        for leader in group.leaders {
            try await desk.grant(
                Grant(role: .leader, scope: .group(made.id), from: round.opensOn, until: nil),
                to: leader, as: administrator)
        }
    }

    private mutating func planSessions(of group: GroupPlan, in round: RoundPlan) async throws {
        let name = "\(round.code)/\(group.name)"
        let plans = timetable.sessions(of: name)
        let planned = try await desk.addSessions(
            plans.map {
                NewSession(
                    number: $0.number, date: $0.plannedDate, start: $0.slot.start,
                    end: $0.slot.end)
            },
            groups: [find(name, in: groups)], as: administrator)
        for (plan, session) in zip(plans, planned.sessions) {
            sessions[plan.key] = session.id
            for leader in group.leaders {
                try await desk.planStaff(
                    find(leader, in: staff), role: "leader", at: session.id, as: administrator)
            }
            for interpreter in group.interpreters ?? [] {
                try await desk.planStaff(
                    find(interpreter, in: staff), role: "interpreter", at: session.id,
                    as: administrator)
            }
        }
    }

    private mutating func enrolMembers(of group: GroupPlan, in round: RoundPlan) async throws {
        let name = "\(round.code)/\(group.name)"
        var placed: [Person.ID] = []
        for position in 1...group.size {
            let key = "\(name)/\(position)"
            let returning = group.returning ?? []
            if position <= returning.count {
                people[key] = try find(returning[position - 1], in: people)
            } else if timetable.members[key]?.stays.first?.from == round.firstDay {
                people[key] = try await addMember(at: position, of: group, in: round)
            } else {
                continue
            }
            placed.append(try find(key, in: people))
        }
        try await place(placed, in: name, from: round.firstDay)
        for couple in group.couples ?? [] {
            try await desk.addParty(
                .together, of: couple.who.map { try find("\(name)/\($0)", in: people) },
                childcare: couple.children, as: administrator)
        }
    }

    mutating func addMember(
        at position: Int, of group: GroupPlan, in round: RoundPlan
    ) async throws -> Person.ID {
        let key = "\(round.code)/\(group.name)/\(position)"
        let languages = group.memberLanguages
        let couple = group.couples?.first { $0.who.contains(position) }
        let person = try maker.person(
            speaking: languages[(position - 1) % languages.count],
            gender: couple.map { $0.who.first == position ? .woman : .man }
                ?? (group.openTo == .women ? .woman : nil),
            genderIsTold: !plan.unknownGender.contains(key),
            interpreterOk: group.interpretedInto != nil, on: round.firstDay)
        return try await desk.addPerson(
            person, round: round.code,
            appliedOn: WallClock.date(desk.clock.now()).adding(days: -dice.roll(1...45)),
            childcare: couple.map { $0.who.first == position ? $0.children : 0 } ?? 0,
            as: administrator)
    }

    func place(_ people: [Person.ID], in group: String, from date: LocalDate) async throws {
        _ = try await desk.place(
            PlaceRequest(people: people, group: try find(group, in: groups), from: date),
            as: administrator)
    }
}
