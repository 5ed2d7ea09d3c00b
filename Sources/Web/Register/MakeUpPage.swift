import Courses
import Desk
import Localisation

/// Chooses who of another group makes up, and then what for.
struct MakeUpPage: Page {
    static let template = "make-up"

    let layout: Layout
    let back: String
    let backText: String
    let heading: String
    let text: String
    let emptyText: String?
    /// Empty once somebody is chosen.
    let groups: [MakeUpGroup]
    let choice: MakeUpChoice?
}

struct MakeUpGroup: Sendable {
    let name: String
    let people: [MakeUpPerson]
}

struct MakeUpPerson: Sendable {
    let href: String
    let name: String
    let other: NameLine?
}

struct MakeUpChoice: Sendable {
    let action: String
    let rendering: String
    let person: String
    let base: Int
    let question: String
    let sessions: [MissedChoice]
    let label: String
}

struct MissedChoice: Sendable {
    let session: String
    let group: String
    let numberText: String
    let dateText: String
    let isFirst: Bool
}

extension MakeUpPage {
    /// The people to choose among.
    init(
        layout: (_ title: String, _ address: String) -> Layout, visitor: Visitor,
        session: Session.ID, candidates: [MakeUpCandidate]
    ) {
        let address = "/sessions/\(session)"
        back = address
        backText = visitor.say(Message("register.backToList"))
        heading = visitor.say(Message("register.makeUpTitle"))
        self.layout = layout(heading, address + "/make-up")
        text = visitor.say(Message("register.makeUpWho"))
        emptyText = candidates.isEmpty ? visitor.say(Message("register.makeUpNobody")) : nil
        let names = ReaderNames(visitor)
        let sorted = Collation.collation(for: visitor.localiser.language)
            .sorted(candidates) { names.both($0.name).first }
        var groups: [String] = []
        for candidate in candidates where groups.last != candidate.group {
            groups.append(candidate.group)
        }
        self.groups = groups.map { group in
            MakeUpGroup(
                name: group,
                people: sorted.filter { $0.group == group }.map { candidate in
                    let shown = names.both(candidate.name)
                    return MakeUpPerson(
                        href: "\(address)/make-up?person=\(candidate.person)", name: shown.first,
                        other: shown.other.map { NameLine(name: $0) })
                })
        }
        choice = nil
    }

    /// What somebody has missed.
    init(
        layout: (_ title: String, _ address: String) -> Layout, visitor: Visitor,
        session: Session.ID, candidate: MakeUpCandidate, base: Int, missed: [MissedSession],
        rendering: ActID
    ) {
        let address = "/sessions/\(session)/make-up"
        back = address
        backText = visitor.say(Message("register.makeUpOther"))
        heading = ReaderNames(visitor).both(candidate.name).first
        self.layout = layout(visitor.say(Message("register.makeUpTitle")), address)
        text = candidate.group
        emptyText = missed.isEmpty ? visitor.say(Message("register.makeUpNothing")) : nil
        groups = []
        choice =
            missed.isEmpty
            ? nil
            : MakeUpChoice(
                action: address, rendering: rendering.description,
                person: candidate.person.description, base: base,
                question: visitor.say(Message("register.makeUpWhich")),
                sessions: missed.enumerated().map { index, missed in
                    MissedChoice(
                        session: missed.session.description, group: missed.group,
                        numberText: visitor.say(
                            Message("sessions.number", ["number": .number(missed.number)])),
                        dateText: visitor.localiser.date(missed.date, style: .full),
                        isFirst: index == 0)
                }, label: visitor.say(Message("register.makeUpAdd")))
    }
}
