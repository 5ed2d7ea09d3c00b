import Courses
import Desk
import Hummingbird
import HummingbirdCore
import Localisation

/// Settling what waits, for administrators.
struct ReviewController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/review", use: show)
        router.post("/review", use: settle)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let settled = ReviewTold(request.uri.queryParameters)
        return try await respond(
            visitor, notices: settled.notices(for: visitor), compressedFor: request)
    }

    private func respond(
        _ visitor: Visitor, notices: [Notice], compressedFor request: Request
    ) async throws -> Response {
        let actor = try visitor.signedIn()
        let waiting = try await site.desk.waitingStatements(as: actor)
        var days: Set<LocalDate> = []
        for statement in waiting where statement.session == nil && statement.statement != nil {
            days.insert(WallClock.date(statement.happenedAt))
        }
        var sessions: [SessionOverview] = []
        for day in days.sorted() {
            sessions += try await site.desk.sessions(
                SessionFilter(from: day, through: day), as: actor)
        }
        let groups = Dictionary(
            try await site.desk.groups(as: actor).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return site.respond(
            ReviewPage(
                layout: { site.layout(title: $0, for: visitor, at: "/review") },
                visitor: visitor, waiting: waiting, groups: groups, sessions: sessions,
                reasons: try await site.desk.offeredReasons(.correction, as: actor),
                notices: notices),
            compressedFor: request)
    }

    @Sendable private func settle(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let form = try await Form.read(request, of: visitor)
        guard let settlement = form["settlement"].flatMap(Settlement.init(rawValue:)) else {
            throw Refusal.malformed
        }
        var shown: [ActID: Int] = [:]
        for name in form.names(under: "act.") {
            guard let act = ActID(name), let version = form["act." + name].flatMap({ Int($0) })
            else { throw Refusal.malformed }
            shown[act] = version
        }
        guard !shown.isEmpty else { return site.redirect(to: "/review?none=1") }
        let settled = try await site.desk.settle(
            Array(shown.keys), settlement, shown: shown,
            at: form["session"].flatMap { Session.ID($0) }, reason: form.reason(upTo: 2000),
            as: actor)
        return site.redirect(to: "/review" + ReviewTold(settled).query)
    }
}

/// What became of a submit, carried in the address to the page that follows it.
struct ReviewTold: Sendable, Equatable {
    private var counts: [(outcome: SettledStatement.Outcome, count: Int)] = []
    private var choseNothing = false

    init(_ settled: [SettledStatement]) {
        for outcome in Self.all {
            let count = settled.count { $0.outcome == outcome }
            if count > 0 { counts.append((outcome, count)) }
        }
    }

    init(_ parameters: FlatDictionary<Substring, Substring>) {
        choseNothing = parameters["none"] != nil
        for outcome in Self.all {
            let count = parameters[Substring(outcome.name)].flatMap { Int($0) } ?? 0
            if (1...9999).contains(count) { counts.append((outcome, count)) }
        }
    }

    static func == (one: Self, other: Self) -> Bool { one.query == other.query }

    private static let all: [SettledStatement.Outcome] =
        [
            .takenIn, .setAside, .alreadySo, .reasonNeeded, .changedSince, .differsThere,
            .settledBefore,
        ]
        + KeptRule.allCases.map { .against($0) }

    var query: String {
        counts.isEmpty
            ? "" : "?" + counts.map { "\($0.outcome.name)=\($0.count)" }.joined(separator: "&")
    }

    func notices(for visitor: Visitor) -> [Notice] {
        guard !choseNothing else {
            return [Notice(tone: "wait", text: visitor.say(Message("review.nobodyChosen")))]
        }
        return counts.map { outcome, count in
            let said = visitor.say(outcome.message(count))
            guard !outcome.isSettled, outcome != .settledBefore else {
                return Notice(tone: "good", text: said)
            }
            let waits = visitor.say(Message("review.stillWaits", ["count": .number(count)]))
            return Notice(tone: "wait", text: waits, detail: said)
        }
    }
}

extension SettledStatement.Outcome {
    /// In an address.
    fileprivate var name: String { rule.map { "\(code).\($0.rawValue)" } ?? code }
}
