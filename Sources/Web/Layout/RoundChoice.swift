import Courses
import Localisation

/// Links that narrow a page to one round.
struct RoundChoice: Sendable {
    let label: String
    let links: [RoundLink]
}

struct RoundLink: Sendable {
    let href: String
    let name: String
    let isChosen: Bool
}

extension RoundChoice {
    /// Nil where there is nothing to choose among.
    init?(
        _ rounds: [Round], chosen: Round?, at address: String, all: Message, _ visitor: Visitor
    ) {
        self.init(rounds, chosen: chosen, all: all, visitor) { round in
            round.map { "\(address)?round=" + LocalAddress.encoded($0.code) } ?? address
        }
    }

    /// - Parameter address: of the page about the round, or about all.
    init?(
        _ rounds: [Round], chosen: Round?, all: Message, _ visitor: Visitor,
        address: (Round?) -> String
    ) {
        guard rounds.count > 1 else { return nil }
        label = visitor.say(Message("page.rounds"))
        let whole = RoundLink(href: address(nil), name: visitor.say(all), isChosen: chosen == nil)
        links =
            [whole]
            + rounds.map {
                RoundLink(
                    href: address($0), name: $0.name, isChosen: $0.id == chosen?.id)
            }
    }
}
