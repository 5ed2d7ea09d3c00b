import Courses

/// What will be marked of whom at which session, so that people come as often as planned.
struct AttendancePlan: Sendable {
    /// By session, then by member; whoever is missing there stays unmarked.
    private(set) var values: [String: [String: Attendance]] = [:]

    init(_ plan: WorldPlan, _ timetable: Timetable, dice: Dice) throws {
        let missed = try Self.madeUp(plan)
        for round in plan.rounds {
            let keys = timetable.memberKeys.filter { timetable.members[$0]?.round == round.code }
            for key in keys {
                guard let member = timetable.members[key] else { continue }
                let taken = Self.sessions(of: member, timetable)
                let absent = Self.absences(
                    of: member, at: taken, in: round, missed: missed[key], dice: dice)
                for session in taken {
                    values[session.key, default: [:]][key] = Self.value(
                        of: member, at: session, among: taken, absent: absent, dice: dice)
                }
            }
        }
    }

    /// The sessions that members miss and make up for elsewhere.
    private static func madeUp(_ plan: WorldPlan) throws -> [String: String] {
        var missed: [String: String] = [:]
        for event in plan.events where event.what == .makeUp {
            let who = try event.need(event.who)
            let group = who.split(separator: "/").dropLast().joined(separator: "/")
            missed[who] = "\(group)#\(try event.need(event.missed))"
        }
        return missed
    }

    /// Those at which somebody is expected and attendance will be taken, by date.
    private static func sessions(
        of member: MemberPlan, _ timetable: Timetable
    ) -> [SessionPlan] {
        timetable.sessionKeys.compactMap { timetable.sessions[$0] }
            .filter {
                !$0.isCancelled && $0.isTaken && member.group(on: $0.date) == $0.group
                    && $0.date < DemoWorld.lastDay
            }
            .sorted { ($0.date, $0.key) < ($1.date, $1.key) }
    }

    private static func absences(
        of member: MemberPlan, at taken: [SessionPlan], in round: RoundPlan, missed: String?,
        dice: Dice
    ) -> Set<String> {
        let keys = taken.map(\.key)
        switch member.conduct {
        case .regular:
            let most = round.endsOn == nil ? 2 : taken.count - round.rules.completionThreshold
            let wanted = min(most, dice.pick([0, 0, 1, 1, 1, 2, 2, 3]) ?? 0)
            let forced = missed.map { [$0] } ?? []
            let others = dice.pick(wanted - forced.count, of: keys.filter { $0 != missed })
            return Set(forced + others)
        case .leaving:
            let most = min(4, round.rules.completionThreshold - 1)
            return Set(keys.dropFirst(dice.roll(2...most)))
        case .neverComes: return Set(keys)
        }
    }

    /// Nil leaves unmarked: nobody asks any more after those who never came.
    private static func value(
        of member: MemberPlan, at session: SessionPlan, among taken: [SessionPlan],
        absent: Set<String>, dice: Dice
    ) -> Attendance? {
        guard absent.contains(session.key) else {
            return .present(
                lateMinutes: dice.isLucky(8) ? 5 * dice.roll(1...5) : nil,
                leftEarlyMinutes: dice.isLucky(4) ? 10 * dice.roll(1...3) : nil)
        }
        if member.conduct == .neverComes {
            let isRecent = taken.prefix(3).contains { $0.key == session.key }
            return isRecent ? .absent(.unnotified) : nil
        }
        let kinds: [Absence] = [
            .notified, .notified, .notified, .notified, .unnotified, .unnotified, .excused,
        ]
        return .absent(dice.pick(kinds) ?? .notified)
    }
}
