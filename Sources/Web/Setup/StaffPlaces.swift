import Courses
import Desk
import Localisation

/// Where a right can hold.
struct StaffPlaces: Sendable {
    let rounds: [Round]
    let groups: [Group]

    func group(_ code: String) -> Group.ID? {
        groups.first { $0.id.description == code }?.id
    }

    /// With its round's, since groups of many rounds are called the same.
    func name(of group: Group.ID, _ localiser: Localiser) -> String {
        guard let group = groups.first(where: { $0.id == group }) else { return "" }
        let round = rounds.first { $0.id == group.round }
        return localiser.line([round?.name, group.name].compactMap(\.self))
    }

    /// Of rounds that go on, the latest first.
    var openGroups: [(round: Round, group: Group)] {
        rounds.filter { $0.endedOn == nil }.flatMap { round in
            groups.filter { $0.round == round.id && $0.closedOn == nil }.map { (round, $0) }
        }
    }

    func openGroup(_ code: String) -> (round: Round, group: Group)? {
        openGroups.first { $0.group.id.description == code }
    }

    func scope(_ code: String) -> Scope? {
        if code.isEmpty { return .organisation }
        if let round = rounds.first(where: { $0.id.description == code }) {
            return .round(round.id)
        }
        return group(code).map { .group($0) }
    }
}

extension Role {
    /// Who may read of protected people is decided elsewhere.
    var isGivenHere: Bool { self != .protectedReader }
}

extension Grant {
    /// The same for the same right.
    var code: String {
        let parts = "\(role.rawValue)\n\(scope)\n\(from)\n\(until?.description ?? "")"
        return ActID(contentOf: parts).description
    }
}
