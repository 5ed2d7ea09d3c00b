import Courses
import Desk
import Localisation

/// All that was done in a round, the latest first.
struct HistoryPage: Page {
    static let template = "history"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let roundName: String
    let ways: [SessionLink]
    let done: PastDone?
    let emptyText: String?
    let acts: [PastAct]
}

extension HistoryPage {
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, round: Round,
        history: RoundHistory, done: PastDone?
    ) {
        let words = PastWords(history, of: round, visitor)
        heading = visitor.say(Message("history.title"))
        self.layout = layout(heading)
        backHref = "/rounds"
        backText = visitor.say(Message("page.rounds"))
        roundName = round.name
        ways = round.ways(visitor, besides: .history)
        self.done = done
        emptyText =
            history.entries.isEmpty ? visitor.say(Message("command.empty.history")) : nil
        acts = history.entries.reversed().map { words.act($0, back: .history) }
    }
}
