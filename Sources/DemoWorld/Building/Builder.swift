import Courses
import Desk

/// Lives the plan through, step by step in the order of time.
struct Builder {
    let plan: WorldPlan
    let desk: Desk
    let time: MovableClock
    let timetable: Timetable
    let attendance: AttendancePlan
    /// Of phones and chance at the sessions; the desk has entropy of its own.
    let dice = Dice(seed: DemoWorld.seed + 1)
    var maker: PersonMaker
    var people: [String: Person.ID] = [:]
    var staff: [String: Person.ID] = [:]
    var groups: [String: Group.ID] = [:]
    var sessions: [String: Session.ID] = [:]
    /// Running numbers of the leaders' devices.
    var sequences: [String: Int] = [:]

    let administrator = Actor.commandOperator

    init(_ plan: WorldPlan, desk: Desk, time: MovableClock) throws {
        self.plan = plan
        self.desk = desk
        self.time = time
        timetable = try Timetable(plan)
        attendance = try AttendancePlan(plan, timetable, dice: Dice(seed: DemoWorld.seed + 2))
        let languages = plan.rounds.flatMap(\.groups).flatMap(\.memberLanguages)
        maker = try PersonMaker(
            languages: Set(languages).sorted(), dice: Dice(seed: DemoWorld.seed + 3))
    }

    mutating func build(until end: Instant) async throws {
        for step in steps() where step.at <= end {
            time.move(to: step.at)
            try await take(step)
        }
        time.move(to: end)
    }

    private struct Step {
        let at: Instant
        let what: What

        enum What {
            case prepare
            case open(RoundPlan)
            case event(EventPlan)
            case meet(SessionPlan)
            case end(RoundPlan)
        }
    }

    /// By time; what happens at the same moment happens in the order of the plan.
    private func steps() -> [Step] {
        var steps = [Step(at: plan.preparedAt, what: .prepare)]
        steps += plan.rounds.map { Step(at: $0.opensOn.atNine, what: .open($0)) }
        steps += plan.events.map { Step(at: $0.on.atNine, what: .event($0)) }
        steps += timetable.sessionKeys.compactMap { timetable.sessions[$0] }
            .filter { !$0.isCancelled }
            .map { Step(at: $0.endsAt.adding(milliseconds: 300_000), what: .meet($0)) }
        steps += plan.rounds.compactMap { round in
            round.endsOn.map { Step(at: $0.atNine, what: .end(round)) }
        }
        return steps.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    private mutating func take(_ step: Step) async throws {
        switch step.what {
        case .prepare: try await prepare()
        case .open(let round): try await open(round)
        case .event(let event): try await happen(event)
        case .meet(let session): try await meet(session)
        case .end(let round):
            let day = round.endsOn ?? WallClock.date(desk.clock.now())
            _ = try await desk.endRound(round.code, on: day, as: administrator)
            // Those of the other round wait to be issued.
            if round.code == plan.rounds.first?.code {
                _ = try await desk.issueCertificates(in: round.code, as: administrator)
            }
        }
    }

    func find<Value>(_ key: String, in known: [String: Value]) throws -> Value {
        guard let value = known[key] else { throw DemoWorldError.unknown(key) }
        return value
    }
}

extension RoundPlan {
    /// Groups are made and places given out a fortnight before the first session.
    var opensOn: LocalDate { firstDay.adding(days: -14) }
}
