import Courses
import Store

/// Placing into one group, under way in one transaction.
struct Placing {
    let writing: Writing
    let actor: Actor
    let group: Group
    let round: Round
    private var watched: [Group.ID] = []
    private var sizes: [Group.ID: Int] = [:]

    init(_ writing: Writing, actor: Actor, group: Group.ID) throws {
        self.writing = writing
        self.actor = actor
        self.group = try writing.reading.group(group)
        round = try writing.reading.round(self.group.round.description)
        try Policy.require(
            actor, .organise, on: .group(group, round: round.id), date: writing.today)
    }

    /// What they wish in this round, else what is known of them.
    func wish(of person: Person) throws -> PlacementWish {
        let known = try writing.reading.enrolment(of: person.id, in: round.id)
        let wishes = try known.map { try writing.reading.wishes(in: $0.enrolment.id) } ?? [:]
        return PlacementWish(
            languages: wishes.languages ?? person.courseLanguages,
            interpreterOk: try wishes.acceptsInterpreter
                ?? writing.reading.acceptsInterpreter(person.id),
            gender: person.gender,
            childcare: try writing.reading.children(of: person.id, in: round.id))
    }

    // MARK: Sizes

    mutating func watch(_ group: Group.ID, on date: LocalDate? = nil) throws {
        guard sizes[group] == nil else { return }
        watched.append(group)
        sizes[group] = try GroupWatch.size(group, writing.reading, date ?? writing.today)
    }

    /// The group where somebody has been offered a place, which lapses when they get another.
    mutating func watchOffer(to person: Person.ID, on date: LocalDate) throws {
        let known = try writing.reading.enrolment(of: person, in: round.id)
        guard let offer = known?.enrolment.offer, offer.isOpen(on: writing.today) else { return }
        try watch(offer.group, on: date)
    }

    func applied(
        _ operation: OpenOperation, _ kind: OperationKind, on date: LocalDate,
        people: [Person.ID]
    ) throws -> AppliedOperation {
        AppliedOperation(
            id: operation.id, kind: kind, effectiveOn: date, people: people,
            groups: try watched.map { id in
                let group = try writing.reading.group(id)
                return GroupChange(
                    group: id, name: group.name, before: sizes[id] ?? 0,
                    after: try GroupWatch.size(id, writing.reading, date),
                    offered: try writing.reading.offered(in: id, on: writing.today).count,
                    size: group.size)
            })
    }
}
