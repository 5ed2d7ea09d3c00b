import Courses
import DemoWorld
import Desk

/// Everything that the tests count, read through the desk as an administrator would.
struct WorldReading {
    let desk: Desk
    let summary: DemoWorld.Summary
    var rounds: [Round] = []
    var groups: [Group] = []
    /// By round code.
    var registers: [String: [Register]] = [:]
    var enrolments: [String: [EnrolmentOverview]] = [:]

    static let operatorOfTheCommand = Actor.commandOperator

    /// One world for all tests that only read it; whoever writes builds their own.
    static let shared = Task { try await WorldReading() }

    init() async throws {
        let (desk, summary) = try await DemoWorld.inMemory()
        try await self.init(desk, summary)
    }

    init(_ desk: Desk, _ summary: DemoWorld.Summary) async throws {
        self.desk = desk
        self.summary = summary
        let actor = Self.operatorOfTheCommand
        rounds = try await desk.rounds(as: actor)
        groups = try await desk.groups(as: actor)
        for round in rounds {
            enrolments[round.code] = try await desk.enrolments(in: round.code, as: actor)
            for overview in try await desk.sessions(SessionFilter(round: round.id), as: actor) {
                registers[round.code, default: []].append(
                    try await desk.register(of: overview.session.id, as: actor))
            }
        }
    }

    /// How often each person took part, as member or to make up.
    func participations(in round: String) -> [Person.ID: Int] {
        var counts: [Person.ID: Int] = [:]
        for register in registers[round] ?? [] where !register.session.session.state.isCalledOff {
            for row in register.rows {
                guard let mark = row.mark, mark.value.isPresent, mark.role != .guest else {
                    continue
                }
                counts[row.person, default: 0] += 1
            }
        }
        return counts
    }

    func completed(_ code: String) -> Int {
        guard let round = rounds.first(where: { $0.code == code }), round.endedOn != nil else {
            return 0
        }
        let counts = participations(in: code)
        return (enrolments[code] ?? []).count {
            $0.enrolment.step == .placed
                && counts[$0.enrolment.person, default: 0] >= round.rules.completionThreshold
        }
    }

    func account(_ user: String) async throws -> UserAccount? {
        try await desk.accounts(as: Self.operatorOfTheCommand).first { $0.userName == user }
    }
}

extension Register {
    /// Everything in it that tells two registers apart.
    var digest: String {
        let rows = rows.map {
            "\($0.person) \($0.name.primary) \($0.isOnRoster) \($0.version) \(String(describing: $0.mark))"
        }
        let counts = headcounts.map { "\($0.key.category) \($0.count)" }
        let session = session.session
        return (["\(session.id) \(session.date) \(status) \(isSignedOff)"] + rows + counts)
            .joined(separator: "\n")
    }
}
