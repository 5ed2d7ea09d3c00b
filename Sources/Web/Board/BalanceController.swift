import Balancing
import Courses
import Desk
import Hummingbird

/// What the balancing proposes for a round, to be taken whole or in part.
struct BalanceController: Sendable {
    let site: Site

    /// How long each order is looked for, so that the page comes within seconds.
    private static let seconds = 2.5

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/rounds/{round}/board/balance", use: first)
        router.post("/rounds/{round}/board/balance", use: again)
    }

    @Sendable private func first(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        try await propose(BalanceChoice(), context)
    }

    /// With what was locked, or in another order.
    @Sendable private func again(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let form = try await Form.read(request, of: context.visitor)
        return try await propose(BalanceChoice(form), context)
    }

    private func propose(_ choice: BalanceChoice, _ context: WebContext) async throws -> Response {
        let visitor = context.visitor
        let (board, actor) = try await site.board(context)
        let clock = ContinuousClock()
        let start = clock.now
        let orders = LevelOrder.named
        let proposals = try await site.desk.proposeBalances(
            BalanceTerms(round: board.round.code, locks: choice.locks),
            orders: orders.map(\.order), seconds: Self.seconds,
            by: { (clock.now - start) / .seconds(1) }, as: actor)
        let page = BalancePage(
            layout: { site.layout(title: $0, for: visitor, at: board.address + "/balance") },
            visitor: visitor, board: board, choice: choice,
            proposals: zip(orders.map(\.name), proposals).map { ($0, $1) })
        return site.respond(page)
    }
}

/// What somebody asks of the balancing.
struct BalanceChoice: Sendable {
    /// The name of the order whose moves are shown.
    var order = LevelOrder.named[0].name
    var locks: [Person.ID: Group.ID] = [:]
    /// The parties that were not to be taken, by the first of their people.
    var left: Set<String> = []

    init() {}

    init(_ form: Form) {
        let asked = form.string("show") ?? form.string("order")
        if let known = LevelOrder.named.first(where: { $0.name == asked }) { order = known.name }
        for name in form.names(under: "lock.") {
            guard let person = Person.ID(name),
                let group = form["lock." + name].flatMap({
                    Group.ID($0)
                })
            else { continue }
            locks[person] = group
        }
        let offered = form.names(under: "row.")
        left = Set(offered.filter { form["place." + $0] == nil })
    }
}
