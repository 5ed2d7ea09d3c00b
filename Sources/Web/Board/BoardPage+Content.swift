import Courses
import Desk
import Localisation

extension BoardPage {
    init(
        layout: (_ title: String) -> Layout, script: String, visitor: Visitor, board: Board,
        done: BoardDone?
    ) {
        let words = BoardWords(board, visitor)
        let address = "/rounds/\(board.round.code)/board"
        heading = visitor.say(Message("board.title"))
        self.layout = layout(heading)
        self.script = script
        backText = visitor.say(Message("page.rounds"))
        roundName = board.round.name
        dateText = visitor.say(Message("board.asOf", ["date": .date(board.date)]))
        self.done = done
        keysText = visitor.say(Message("board.keys"))
        balanceHref = address + "/balance"
        balanceText = visitor.say(Message("board.balanceLink"))
        ways = board.round.ways(visitor, besides: .board)
        pickerLabel = visitor.say(Message("board.columns"))
        chooseLabel = visitor.say(Message("board.chooseColumn"))
        columns = BoardColumns(words).columns
        action = address + "/preview"
        since = board.lastOperation?.description ?? ""
        moveLabel = visitor.say(Message("board.move"))
        toLabel = visitor.say(Message("board.to"))
        waitingLabel = visitor.say(Message("board.waitingList"))
        targets = BoardColumns(words).targets
        submitLabel = visitor.say(Message("board.preview"))
    }
}

/// A board's columns in a reader's order: those without a place, then the groups by language.
struct BoardColumns {
    let words: BoardWords
    private let groups: [BoardGroup]
    private let groupNames: [Group.ID: String]
    private let moveText: String

    init(_ words: BoardWords) {
        self.words = words
        moveText = words.say(Message("board.moveRow"))
        let collation = Collation.collation(for: words.visitor.localiser.language)
        // Those that are closed stand last.
        groups = collation.sorted(words.board.groups) { group in
            (group.group.closedOn == nil ? "0" : "1")
                + words.visitor.localiser.languageName(group.group.languages.first ?? .swedish)
                + "\u{1}" + group.group.name
        }
        groupNames = Dictionary(
            groups.map { ($0.group.id, $0.group.name) }, uniquingKeysWith: { one, _ in one })
    }

    var columns: [BoardColumn] {
        let unplaced = words.board.waiting.filter(\.row.standing.isUnplaced)
        let waiting = words.board.waiting.filter { !$0.row.standing.isUnplaced }
        return [
            column("unplaced", Message("board.unplaced"), unplaced),
            column("waiting", Message("board.waiting"), waiting),
        ] + groups.map(column)
    }

    /// Groups into which people may come.
    func open(besides group: Group.ID?) -> [BoardGroup] {
        groups.filter { $0.group.closedOn == nil && $0.group.id != group }
    }

    /// Open groups, by language.
    var targets: [BoardTargets] {
        var targets: [(label: String, groups: [BoardTarget])] = []
        for group in open(besides: nil) {
            let label = words.languages(group.group.languages)
            let target = BoardTarget(
                id: group.group.id.description,
                label: words.say(
                    Message(
                        "board.target",
                        [
                            "group": .text(group.group.name),
                            "count": .number(group.occupancy.people),
                            "maximum": .number(group.group.size.maximum),
                        ])))
            if targets.last?.label != label { targets.append((label, [])) }
            targets[targets.count - 1].groups.append(target)
        }
        return targets.map { BoardTargets(label: $0.label, groups: $0.groups) }
    }

    // MARK: Those without a place

    private func column(_ id: String, _ name: Message, _ people: [BoardPerson]) -> BoardColumn {
        var byLanguage: [(language: Language?, people: [BoardPerson])] = []
        for person in people {
            let language = person.row.languages.first
            if let known = byLanguage.firstIndex(where: { $0.language == language }) {
                byLanguage[known].people.append(person)
            } else {
                byLanguage.append((language, [person]))
            }
        }
        let collation = Collation.collation(for: words.visitor.localiser.language)
        let name = words.say(name)
        return BoardColumn(
            id: id, name: name,
            countText: words.say(Message("board.people", ["count": .number(people.count)])),
            head: nil, emptyText: people.isEmpty ? words.say(Message("board.nobodyWaits")) : nil,
            sections: collation.sorted(byLanguage) { title($0.language) }.map { part in
                BoardSection(
                    title: words.say(
                        Message(
                            "board.language",
                            [
                                "language": .text(title(part.language)),
                                "count": .number(part.people.count),
                            ])),
                    rows: part.people.map { row($0, in: nil) })
            })
    }

    private func title(_ language: Language?) -> String {
        language.map { words.visitor.localiser.languageName($0) }
            ?? words.say(Message("board.noLanguage"))
    }

    // MARK: Groups

    private func column(_ group: BoardGroup) -> BoardColumn {
        let sorted = { (people: [BoardPerson]) in
            Collation.collation(for: words.visitor.localiser.language)
                .sorted(people) { words.name($0.row.enrolment.person) }
        }
        let members = sorted(group.members).map { row($0, in: group.group) }
        let offered = sorted(group.offered).map { row($0, in: group.group) }
        return BoardColumn(
            id: "g-\(group.group.id)", name: group.group.name, countText: words.size(group),
            head: BoardHead(group, words),
            emptyText: members.isEmpty && offered.isEmpty
                ? words.say(Message("board.nobodyHere")) : nil,
            sections: [BoardSection(title: nil, rows: members)]
                + (offered.isEmpty
                    ? []
                    : [BoardSection(title: words.say(Message("board.offered")), rows: offered)]))
    }

    // MARK: People

    private func row(_ person: BoardPerson, in group: Group?) -> BoardRow {
        let shown = words.both(person.row.enrolment.person)
        let notes = notes(person, in: group)
        return BoardRow(
            id: person.row.enrolment.person.description, name: shown.first, other: shown.other,
            notes: notes.isEmpty ? nil : words.visitor.localiser.line(notes),
            moveText: moveText,
            chooseText: words.say(Message("board.moveOne", ["person": .text(shown.first)])))
    }

    /// What is worth knowing before somebody is moved.
    private func notes(_ person: BoardPerson, in group: Group?) -> [String] {
        let row = person.row
        var notes: [Message] = []
        if let day = person.startsOn {
            notes.append(Message("board.startsOn", ["date": .date(day)]))
        }
        if let day = person.endsBefore {
            notes.append(Message("board.endsOn", ["date": .date(day.adding(days: -1))]))
        }
        if row.standing == .offered, let offer = row.enrolment.offer {
            notes.append(Message("board.offerUntil", ["date": .date(offer.until)]))
        }
        if row.standing == .expired { notes.append(Message("board.offerExpired")) }
        if group == nil {
            if row.priority > 0 {
                notes.append(
                    Message("command.wish.priority", ["priority": .number(row.priority)]))
            }
            notes.append(Message("board.days", ["count": .number(person.waitingDays)]))
            notes += wishes(row)
        }
        if row.childcare > 0 {
            notes.append(Message("board.children", ["count": .number(row.childcare)]))
        }
        if !row.together.isEmpty {
            notes.append(
                Message("board.together", ["others": .list(row.together.map(words.name))]))
        }
        if !row.apart.isEmpty {
            notes.append(Message("board.apart", ["others": .list(row.apart.map(words.name))]))
        }
        return notes.map(words.say)
    }

    private func wishes(_ row: EnrolmentRow) -> [Message] {
        let localiser = words.visitor.localiser
        let others = row.languages.dropFirst()
        let also = others.isEmpty ? [] : [Wish.languages(Array(others))]
        let accepts = row.interpreterOk ? [Wish.interpreter(true)] : []
        let rest = [Wish.About.slots, .openTo, .group].compactMap { row.wishes[$0] }
        return (also + accepts + rest).map { $0.message(localiser, groupNames) }
    }
}
