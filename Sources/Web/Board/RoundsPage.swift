import Courses
import Localisation

/// The rounds that somebody looks after, each with its board.
struct RoundsPage: Page {
    static let template = "rounds"

    let layout: Layout
    let heading: String
    let emptyText: String?
    let rounds: [RoundCard]
}

struct RoundCard: Sendable {
    let href: String
    let name: String
    let dateText: String
}

extension RoundsPage {
    init(layout: (_ title: String) -> Layout, visitor: Visitor, rounds: [Round]) {
        heading = visitor.say(Message("page.rounds"))
        self.layout = layout(heading)
        emptyText = rounds.isEmpty ? visitor.say(Message("board.noRounds")) : nil
        self.rounds = rounds.map { round in
            let text =
                round.endedOn.map { Message("board.ended", ["date": .date($0)]) }
                ?? Message("board.begins", ["date": .date(round.firstDay)])
            return RoundCard(
                href: "/rounds/\(round.code)/board", name: round.name,
                dateText: visitor.say(text))
        }
    }
}
