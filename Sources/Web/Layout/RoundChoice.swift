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
        guard rounds.count > 1 else { return nil }
        label = visitor.say(Message("page.rounds"))
        let whole = RoundLink(href: address, name: visitor.say(all), isChosen: chosen == nil)
        links =
            [whole]
            + rounds.map {
                RoundLink(
                    href: "\(address)?round=" + LocalAddress.encoded($0.code), name: $0.name,
                    isChosen: $0.id == chosen?.id)
            }
    }
}
