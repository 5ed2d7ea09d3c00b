import Courses
import Desk
import Localisation

struct GroupsPage: Page {
    static let template = "groups"

    let layout: Layout
    let heading: String
    let emptyText: String?
    /// The latest first.
    let rounds: [GroupsOfRound]
}

struct GroupsOfRound: Sendable {
    let name: String
    let groups: [GroupCard]
}

struct GroupCard: Sendable {
    let href: String
    let name: String
    let languages: String
}

extension GroupsPage {
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, groups: [Group], rounds: [Round]
    ) {
        heading = visitor.say(Message("groups.title"))
        self.layout = layout(heading)
        emptyText = groups.isEmpty ? visitor.say(Message("sessions.noneLeader")) : nil
        self.rounds = rounds.reversed().compactMap { round in
            let own = groups.filter { $0.round == round.id }
            guard !own.isEmpty else { return nil }
            return GroupsOfRound(
                name: round.name, groups: own.map { GroupCard($0, visitor: visitor) })
        }
    }
}

extension GroupCard {
    init(_ group: Group, visitor: Visitor) {
        href = "/groups/\(group.id)"
        name = group.name
        languages = visitor.localiser.list(
            group.languages.map { visitor.localiser.languageName($0) })
    }
}
