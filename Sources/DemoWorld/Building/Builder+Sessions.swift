import Courses
import Desk

extension Builder {
    /// What its leader says of a session when it is over, in one batch.
    mutating func meet(_ session: SessionPlan) async throws {
        let events = plan.events.filter { (try? $0.session()) == session.key }
        guard !events.contains(where: { $0.what == .notTaken }) else { return }
        let leader = try self.leader(of: session, events)
        let actor = try await account(leader)
        let id = try find(session.key, in: sessions)
        if let event = events.first(where: { $0.what == .notHeld }) {
            try await send(
                [.sessionState(.notHeld, base: 0, reason: event.reason)], about: session,
                from: leader, actor)
            return
        }
        var statements = try marks(at: session)
        for event in events { statements += try extra(event, session) }
        statements += headcounts(at: session)
        if session.date <= plan.signedOffThrough { statements.append(.signOff(base: 0)) }
        try await desk.recordStaff(
            find(leader, in: staff), role: "leader", at: id, as: actor)
        try await send(statements, about: session, from: leader, actor)
    }

    /// Two leaders take turns; a substitute stands in for both.
    private func leader(of session: SessionPlan, _ events: [EventPlan]) throws -> String {
        if let event = events.first(where: { $0.what == .substitute }) {
            return try event.need(event.user)
        }
        let leaders = try group(session.group).leaders
        return leaders[session.number % leaders.count]
    }

    private func group(_ name: String) throws -> GroupPlan {
        for round in plan.rounds {
            for group in round.groups where "\(round.code)/\(group.name)" == name { return group }
        }
        throw DemoWorldError.unknown(name)
    }

    private func account(_ user: String) async throws -> Actor {
        let accounts = try await desk.accounts(as: administrator)
        guard let account = accounts.first(where: { $0.userName == user }) else {
            throw DemoWorldError.unknown(user)
        }
        return account.actor
    }

    // MARK: What is said

    private func marks(at session: SessionPlan) throws -> [Act.Statement] {
        let values = attendance.values[session.key] ?? [:]
        return try timetable.memberKeys.compactMap { key in
            guard let value = values[key] else { return nil }
            let mark = Mark(value: value, mode: session.mode, role: .member)
            let reason = value == .absent(.excused) ? excuse(of: key, at: session) : nil
            return .mark(try find(key, in: people), mark, base: 0, reason: reason)
        }
    }

    /// Without chance, which would change all that comes after.
    private func excuse(of member: String, at session: SessionPlan) -> String {
        let reasons = ["work", "authority", "exam", "no-childcare"]
        return reasons[(member.utf8.count + session.number) % reasons.count]
    }

    private func extra(_ event: EventPlan, _ session: SessionPlan) throws -> [Act.Statement] {
        let present = Attendance.present(lateMinutes: nil, leftEarlyMinutes: nil)
        switch event.what {
        case .makeUp:
            let who = try event.need(event.who)
            let own = who.split(separator: "/").dropLast().joined(separator: "/")
            let missed = try find("\(own)#\(try event.need(event.missed))", in: sessions)
            let mark = Mark(value: present, mode: session.mode, role: .makeUp(for: missed))
            return [.mark(try find(who, in: people), mark, base: 0, reason: nil)]
        case .guest:
            let languages = try group(session.group).memberLanguages
            let pool = try NamePool(languages.first ?? .arabic)
            let guest: Person.ID = dice.identifier()
            let mark = Mark(value: present, mode: session.mode, role: .guest)
            return [
                .person(guest, pool.name(for: .woman, dice: dice)),
                .mark(guest, mark, base: 0, reason: nil),
            ]
        default: return []
        }
    }

    /// Children in childcare where people meet, and visitors at the first and some later ones.
    private func headcounts(at session: SessionPlan) -> [Act.Statement] {
        var counts: [(String, Int)] = []
        let places = (try? group(session.group).childcarePlaces) ?? 0
        if session.mode == .onsite, places > 0 {
            counts.append(("childcare", dice.roll(1...places)))
        }
        if session.number == 1 || dice.isLucky(8) { counts.append(("guest", dice.roll(1...3))) }
        return counts.map { category, count in
            let key = HeadcountKey(category: category, language: nil, gender: nil, ageBand: nil)
            return .headcount(key, count: count, base: 0, reason: nil)
        }
    }

    // MARK: Sending

    /// Each tap some seconds after the one before, the last one just before the page is sent.
    private mutating func send(
        _ statements: [Act.Statement], about session: SessionPlan, from user: String,
        _ actor: Actor
    ) async throws {
        let (now, id) = (desk.clock.now(), try find(session.key, in: sessions))
        var acts: [ActBatch.Item] = []
        for (index, statement) in statements.enumerated() {
            sequences[user, default: 0] += 1
            let at = now.adding(milliseconds: Int64(index - statements.count) * 5000)
            let act = Act(
                id: dice.actID(), sequence: sequences[user] ?? 0, session: id, at: at,
                statement: statement)
            acts.append(.act(act, raw: "{}"))
        }
        let batch = ActBatch(
            batch: dice.actID().description, device: "demo-\(user)", sentAt: now, items: acts)
        let results = try await desk.save(batch, by: actor)
        guard results.allSatisfy({ $0.outcome == .now(.accepted) }) else {
            throw DemoWorldError.unknown(session.key)
        }
    }
}
