import Courses
import Desk
import Localisation

/// What people, groups and steps of a round's enrolments are called for one reader.
struct EnrolmentWords {
    let visitor: Visitor
    let book: EnrolmentBook
    private let readerNames: ReaderNames
    private let names: [Person.ID: DisplayName]

    init(_ book: EnrolmentBook, _ visitor: Visitor) {
        self.book = book
        self.visitor = visitor
        readerNames = ReaderNames(visitor)
        names = Dictionary(
            book.rows.map { ($0.enrolment.person, $0.name) }, uniquingKeysWith: { one, _ in one })
    }

    func say(_ message: Message) -> String { visitor.say(message) }

    func both(_ name: DisplayName) -> (first: String, other: String?) { readerNames.both(name) }

    func name(_ person: Person.ID) -> String {
        names[person].map { readerNames.both($0).first } ?? person.description
    }

    func name(_ group: Group.ID) -> String { book.group(group)?.name ?? group.description }

    func languages(_ languages: [Language]) -> String {
        visitor.localiser.list(languages.map { visitor.localiser.languageName($0) })
    }

    /// What the ids of people and groups stand for.
    var idNames: [String: String] {
        let people = names.keys.map { ($0.description, name($0)) }
        let groups = book.groups.map { ($0.id.description, $0.name) }
        return Dictionary(people + groups, uniquingKeysWith: { one, _ in one })
    }

    // MARK: Steps

    func title(_ standing: EnrolmentStanding, _ count: Int) -> String {
        let count = Argument.number(count)
        return switch standing {
        case .applied: say(Message("enrolment.applied", ["count": count]))
        case .waitlisted: say(Message("enrolment.waitlisted", ["count": count]))
        case .offered: say(Message("enrolment.offered", ["count": count]))
        case .expired: say(Message("enrolment.expired", ["count": count]))
        case .declined: say(Message("enrolment.declined", ["count": count]))
        case .placed: say(Message("enrolment.placed", ["count": count]))
        case .withdrawn: say(Message("enrolment.withdrawn", ["count": count]))
        }
    }

    /// Where somebody stands, and since when or until when.
    func state(_ row: EnrolmentRow) -> String {
        let since = Argument.date(row.since)
        switch row.standing {
        case .applied:
            return say(Message("enrolment.appliedOn", ["date": .date(row.appliedOn)]))
        case .waitlisted: return say(Message("enrolment.waitlistedOn", ["date": since]))
        case .declined: return say(Message("enrolment.declinedOn", ["date": since]))
        case .withdrawn: return say(Message("enrolment.leftOn", ["date": since]))
        case .offered, .expired:
            guard let offer = row.enrolment.offer else {
                return say(Message("enrolment.appliedOn", ["date": .date(row.appliedOn)]))
            }
            let group = Argument.text(name(offer.group))
            let until = Argument.date(offer.until)
            return row.standing == .offered
                ? say(Message("enrolment.offeredIn", ["group": group, "date": until]))
                : say(Message("enrolment.expiredIn", ["group": group, "date": until]))
        case .placed:
            let place =
                row.placements.first { $0.reaches(book.today) } ?? row.placements.last
            return say(
                Message(
                    "enrolment.placedIn",
                    [
                        "group": .text(row.group.map(name) ?? ""),
                        "date": .date(place?.from ?? row.since),
                    ]))
        }
    }

    /// What matters for a place, one line each.
    func facts(_ row: EnrolmentRow) -> [String] {
        var facts: [Message] = []
        if row.standing.isWaiting || row.standing == .offered {
            let days = max(0, book.today.dayNumber - row.appliedOn.dayNumber)
            facts.append(Message("board.days", ["count": .number(days)]))
        }
        if row.priority > 0 {
            facts.append(Message("command.wish.priority", ["priority": .number(row.priority)]))
        }
        if row.childcare > 0 {
            facts.append(Message("board.children", ["count": .number(row.childcare)]))
        }
        if !row.together.isEmpty {
            facts.append(
                Message("board.together", ["others": .list(row.together.map(name))]))
        }
        if !row.apart.isEmpty {
            facts.append(Message("board.apart", ["others": .list(row.apart.map(name))]))
        }
        return facts.map(say) + wishes(row)
    }

    private func wishes(_ row: EnrolmentRow) -> [String] {
        let groups = Dictionary(
            book.groups.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
        let interpreter =
            row.wishes[.interpreter] == nil && row.interpreterOk
            ? [Wish.interpreter(true)] : []
        // Languages stand by the name, and the priority among the facts.
        let told: [Wish.About] = [.interpreter, .slots, .openTo, .group]
        return (interpreter + told.compactMap { row.wishes[$0] })
            .map { say($0.message(visitor.localiser, groups)) }
    }
}
