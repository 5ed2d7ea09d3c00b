import Courses
import Desk
import Hummingbird
import Statistics

/// Where work begins: the term at a glance for those who look after it whole, their sessions for
/// those who lead.
struct StartController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/", use: start)
    }

    @Sendable private func start(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let rights = site.rights(of: actor)
        guard rights.seeTheWhole else { return site.redirect(to: "/sessions") }
        let today = WallClock.date(site.desk.clock.now())
        let rounds = try await site.desk.rounds(as: actor)
        let glance = Glance(
            try await readable(rounds, by: actor, on: today) ?? rounds, on: today)
        let charts =
            try await site.desk.charts([.participation], as: actor, visitor.localiser)
            + site.desk.charts(
                [.capacity, .retention], rounds: glance.codes, as: actor, visitor.localiser)
        let page = StartPage(
            layout: { site.layout(title: $0, for: visitor, at: "/") },
            style: site.assets.chartStyle, visitor: visitor, today: today, glance: glance,
            total: try await site.desk.statistics(rounds: glance.codes, by: [], as: actor).total,
            toDo: try await toDo(glance, actor, rights), charts: charts,
            seesFrozen: site.desk.mayReadReports(actor))
        return site.respond(page)
    }

    /// The rounds of whose figures somebody may read; where there are none, those of which they
    /// may read of a group. Nil for neither.
    private func readable(
        _ rounds: [Round], by actor: Actor, on today: LocalDate
    ) async throws -> [Round]? {
        let whole = rounds.filter {
            Policy.allows(actor, .readFigures, on: .round($0.id), date: today)
        }
        guard whole.isEmpty else { return whole }
        let own = try await site.desk.groups(as: actor).filter {
            Policy.allows(actor, .readFigures, on: .group($0.id, round: $0.round), date: today)
        }
        let parts = Set(own.map(\.round))
        return parts.isEmpty ? nil : rounds.filter { parts.contains($0.id) }
    }

    private func toDo(
        _ glance: Glance, _ actor: Actor, _ rights: Set<Right>
    ) async throws -> ToDo {
        let counted = try await site.desk.statistics(
            rounds: glance.codesUnderWay, by: [],
            measures: [.sessionsNotTaken, .review, .waiting], as: actor
        ).total
        let mayOrganise = rights.contains(.organise)
        let today = WallClock.date(site.desk.clock.now())
        let isOverAll = Policy.allows(actor, .organise, on: .organisation, date: today)
        return ToDo(
            mayOrganise: mayOrganise, notTaken: counted.sessionsNotTaken ?? 0,
            review: mayOrganise
                ? try await site.desk.waitingStatements(as: actor).count : counted.review ?? 0,
            unmatched: isOverAll
                ? try await site.desk.unmatchedPeopleWithMatches(limit: 0, as: actor).more : 0,
            waiting: counted.waiting?.people ?? 0)
    }
}

/// What waits for somebody to do it.
struct ToDo: Sendable {
    let mayOrganise: Bool
    let notTaken: Int
    /// Statements.
    let review: Int
    /// People added on the spot.
    let unmatched: Int
    /// People without a place.
    let waiting: Int
}

/// Which term is looked at: this one, else the last before it that had rounds, else the next.
struct Glance: Sendable {
    let term: Term?
    let rounds: [Round]
    private let underWay: [Round]

    init(_ rounds: [Round], on today: LocalDate) {
        let terms = Set(rounds.map { Term(of: $0.firstDay) })
        let now = Term(of: today)
        let term = terms.filter { $0 <= now }.max() ?? terms.min()
        self.term = term
        self.rounds = rounds.filter { Term(of: $0.firstDay) == term }
        underWay = rounds.filter { $0.endedOn == nil }
    }

    var codes: [String] { rounds.map(\.code) }

    /// Of all rounds that haven't ended; of the term's where there are none.
    var codesUnderWay: [String] { underWay.isEmpty ? codes : underWay.map(\.code) }
}

extension Set<Right> {
    /// Whoever organises, or reads figures without leading.
    var seeTheWhole: Bool {
        contains(.organise) || contains(.readFigures) && !contains(.readRegister)
    }
}

extension Site {
    /// All rights that somebody has today, wherever they hold.
    func rights(of actor: Actor) -> Set<Right> {
        let today = WallClock.date(desk.clock.now())
        return Set(actor.grants.filter { $0.isInForce(on: today) }.flatMap(\.role.rights))
    }
}
