import Courses
import Desk
import Localisation

extension EnrolmentsPage {
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, book: EnrolmentBook,
        filter: EnrolmentFilter, done: PastDone?, isSavedBefore: Bool = false
    ) {
        let words = EnrolmentWords(book, visitor)
        heading = visitor.say(Message("enrolment.title"))
        backHref = "/rounds"
        backText = visitor.say(Message("page.rounds"))
        self.layout = layout(heading)
        roundName = book.round.name
        self.done = done
        noticeText = isSavedBefore ? visitor.say(Message("enrolment.savedBefore")) : nil
        ways =
            [
                SessionLink(
                    href: book.address + "/new", label: visitor.say(Message("application.title"))),
                SessionLink(
                    href: book.address + "/paste", label: visitor.say(Message("paste.title"))),
            ] + book.round.ways(visitor, besides: .enrolment)
        let list = EnrolmentListWords(words: words, filter: filter)
        stepChoice = list.stepChoice
        languageChoice = list.languageChoice
        sections = list.sections
        bulk = list.bulk
        emptyText =
            sections.isEmpty
            ? visitor.say(
                book.rows.isEmpty ? Message("enrolment.none") : Message("enrolment.nobody"))
            : nil
    }
}

/// Puts the list together.
struct EnrolmentListWords {
    let words: EnrolmentWords
    let filter: EnrolmentFilter

    private var book: EnrolmentBook { words.book }

    /// Those of whom something is to be decided come first.
    private static let order: [EnrolmentStanding] =
        [.expired, .applied, .waitlisted, .offered, .placed, .declined, .withdrawn]

    // MARK: What is shown

    var stepChoice: EnrolmentChoice {
        var here = filter
        here.standing = nil
        let rows = book.rows.filter(here.includes)
        let all = RoundLink(
            href: here.added(to: book.address),
            name: words.say(Message("enrolment.all", ["count": .number(rows.count)])),
            isChosen: filter.standing == nil)
        let steps = Self.order.compactMap { standing -> RoundLink? in
            let count = rows.count { $0.standing == standing }
            guard count > 0 || filter.standing == standing else { return nil }
            var other = filter
            other.standing = standing
            return RoundLink(
                href: other.added(to: book.address), name: words.title(standing, count),
                isChosen: filter.standing == standing)
        }
        return EnrolmentChoice(
            label: words.say(Message("enrolment.chooseStep")), links: [all] + steps)
    }

    var languageChoice: EnrolmentChoice {
        let known = Set(book.rows.flatMap(\.languages)).union([filter.language].compactMap(\.self))
        let localiser = words.visitor.localiser
        let sorted = Collation.collation(for: localiser.language)
            .sorted(Array(known)) { localiser.languageName($0) }
        let links = ([nil] + sorted.map(Optional.some)).map { language in
            var other = filter
            other.language = language
            return RoundLink(
                href: other.added(to: book.address),
                name: language.map { localiser.languageName($0) }
                    ?? words.say(Message("enrolment.allLanguages")),
                isChosen: filter.language == language)
        }
        return EnrolmentChoice(
            label: words.say(Message("enrolment.chooseLanguage")), links: links)
    }

    // MARK: Who is shown

    var sections: [EnrolmentSection] {
        let rows = book.rows.filter(filter.includes)
        return Self.order.compactMap { standing in
            let here = rows.filter { $0.standing == standing }
            guard !here.isEmpty else { return nil }
            return EnrolmentSection(
                title: words.title(standing, here.count), people: sorted(here).map(card))
        }
    }

    /// Nil where nobody shown can take a step with others.
    var bulk: EnrolmentBulk? {
        let possible = Set(
            book.rows.filter(filter.includes).flatMap { EnrolmentAct.Kind.possible(for: $0) })
        let kinds = EnrolmentAct.Kind.allCases.filter {
            $0.takesCompany && possible.contains($0)
        }
        guard !kinds.isEmpty else { return nil }
        return EnrolmentBulk(
            action: book.address + "/preview", hidden: filter.fields,
            label: words.say(Message("enrolment.bulk")),
            kinds: kinds.map {
                EnrolmentBulkKind(value: $0.rawValue, text: words.say($0.title))
            }, submitLabel: words.say(Message("board.preview")))
    }

    /// By name; those who wait by priority and waiting time before that.
    private func sorted(_ rows: [EnrolmentRow]) -> [EnrolmentRow] {
        let byName = Collation.collation(for: words.visitor.localiser.language)
            .sorted(rows) { words.both($0.name).first }
        guard rows.contains(where: \.standing.isWaiting) else { return byName }
        return byName.enumerated().sorted { one, other in
            let first = (-one.element.priority, one.element.appliedOn.dayNumber, one.offset)
            let second = (-other.element.priority, other.element.appliedOn.dayNumber, other.offset)
            return first < second
        }.map(\.element)
    }

    private func card(_ row: EnrolmentRow) -> EnrolmentCard {
        let shown = words.both(row.name)
        let kinds = EnrolmentAct.Kind.possible(for: row)
        let steps = kinds.first.map { [link($0, row, shown.first)] } ?? []
        let letter =
            row.standing == .offered ? [letterLink(row, shown.first)] : []
        let moreLabel = words.say(Message("enrolment.more"))
        return EnrolmentCard(
            chosenAs: kinds.contains(where: \.takesCompany)
                ? "p.\(row.enrolment.person)" : nil,
            chooseText: spoken(words.say(Message("enrolment.choose")), shown.first),
            name: shown.first, otherName: shown.other, languages: words.languages(row.languages),
            state: words.state(row), isLate: row.standing == .expired,
            facts: words.facts(row).map { TextLine(text: $0) }, steps: steps + letter,
            hasMore: kinds.count > 1, moreLabel: moreLabel, moreFor: spoken(moreLabel, shown.first),
            more: kinds.dropFirst().map { link($0, row, shown.first) })
    }

    private func link(
        _ kind: EnrolmentAct.Kind, _ row: EnrolmentRow, _ name: String
    ) -> StepLink {
        let label = words.say(kind.title)
        let address = book.address + "/step?kind=\(kind.rawValue)&person=\(row.enrolment.person)"
        return StepLink(
            href: filter.added(to: address), label: label, spoken: spoken(label, name))
    }

    private func letterLink(_ row: EnrolmentRow, _ name: String) -> StepLink {
        let label = words.say(Message("enrolment.letter"))
        return StepLink(
            href: book.address + "/letter?person=\(row.enrolment.person)", label: label,
            spoken: spoken(label, name))
    }

    private func spoken(_ label: String, _ name: String) -> String {
        words.say(Message("enrolment.about", ["what": .text(label), "person": .text(name)]))
    }
}
