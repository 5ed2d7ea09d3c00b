import Balancing
import Courses

/// A problem as the format writes it.
struct PlainProblem: Encodable {
    let version = 1
    let groups: [Group]
    let parties: [Party]
    let apart: [[String]]

    init(_ problem: Problem) {
        groups = problem.groups.map(Group.init)
        parties = problem.parties.map(Party.init)
        apart = problem.apart.map { [$0.first, $0.second] }
    }

    struct Group: Encodable {
        let id: String
        let languages: [String]
        let interpretedInto: [String]
        let min: Int
        let max: Int
        let slot: String?
        let childcarePlaces: Int
        let openTo: String
        let closed: Bool

        init(_ group: Problem.Group) {
            id = group.id
            languages = group.languages.map(\.rawValue)
            interpretedInto = group.interpretedInto.map(\.rawValue)
            (min, max) = (group.min, group.max)
            slot = group.slot
            childcarePlaces = group.childcarePlaces
            openTo = group.openTo.rawValue
            closed = group.closed
        }
    }

    struct Party: Encodable {
        let id: String
        let members: [Member]
        let interpreterOk: Bool
        let slots: [String]
        let childcare: Int
        let waitingDays: Int
        let priority: Int
        let currentGroup: String?
        let unlocked: Bool

        init(_ party: Problem.Party) {
            id = party.id
            members = party.members.map(Member.init)
            interpreterOk = party.interpreterOk
            slots = party.slots
            childcare = party.childcare
            waitingDays = party.waitingDays
            priority = party.priority
            currentGroup = party.currentGroup
            unlocked = party.unlocked
        }
    }

    struct Member: Encodable {
        let id: String
        let languages: [String]
        let gender: String

        init(_ member: Problem.Member) {
            id = member.id
            languages = member.languages.map(\.rawValue)
            gender = member.gender.rawValue
        }
    }
}
