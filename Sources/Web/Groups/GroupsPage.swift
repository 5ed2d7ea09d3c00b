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
    /// To what administrators do with a round as a whole.
    let ways: [SessionLink]
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
        let isEmpty =
            groups.isEmpty && !rounds.contains { visitor.mayOrganise($0.id) }
        emptyText = isEmpty ? visitor.say(Message("sessions.noneLeader")) : nil
        self.rounds = rounds.reversed().compactMap { round in
            let own = groups.filter { $0.round == round.id }
            let ways = visitor.mayOrganise(round.id) ? round.ways(visitor) : []
            guard !own.isEmpty || !ways.isEmpty else { return nil }
            return GroupsOfRound(
                name: round.name, ways: ways,
                groups: own.map { GroupCard($0, visitor: visitor) })
        }
    }
}

extension Visitor {
    func mayOrganise(_ round: Round.ID) -> Bool {
        account?.grants.contains {
            $0.role.rights.contains(.organise)
                && ($0.scope == .organisation || $0.scope == .round(round))
        } ?? false
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
