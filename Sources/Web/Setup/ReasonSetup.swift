import Courses
import Desk
import Localisation

/// Lists of reasons.
enum ReasonSetup: SetupKind {
    static let path = "reasons"
    static let title = Message("setup.reasons")
    static let text = Message("setup.reasonsText")
    static let newTitle = Message("setup.newReason")
    static let changeIntro: Message? = Message("setup.reasonStays")

    static func items(_ desk: Desk, as actor: Actor) async throws -> [Reason] {
        try await desk.reasons(as: actor)
    }

    static func item(
        _ reference: String, _ desk: Desk, as actor: Actor
    ) async throws -> Shown<Reason> {
        try await desk.reason(reference, as: actor)
    }

    static func make(_ reader: SetupReader, _ desk: Desk, as actor: Actor) async throws -> Reason {
        let kind = ReasonKind(rawValue: reader.typed("kind"))
        if kind == nil { reader.note(Message("setup.chooseAgain"), at: "kind") }
        let (from, until) = (reader.date("from"), reader.date("until"))
        try reader.check()
        return try await desk.addReason(
            NewReason(
                code: reader.typed("code"), kind: kind ?? .other, texts: reader.texts("words"),
                from: from, lastDay: until), as: actor
        ).value
    }

    static func change(
        _ item: Shown<Reason>, _ reader: SetupReader, _ desk: Desk, as actor: Actor
    ) async throws {
        let until = reader.date("until")
        try reader.check()
        let span: ReasonSpan =
            until == item.value.lastDay(on: desk.today)
            ? .asItIs : until.map { .closed(after: $0) } ?? .open
        try await desk.changeReason(
            item.value.code, texts: reader.texts("words"), span: span, shown: reader.shown,
            as: actor)
    }

    static func reference(to item: Reason) -> String { item.code }

    static func name(of item: Reason, _ filling: SetupFilling) -> String {
        filling.visitor.localiser.words(item.listed)
    }

    // MARK: What there is

    static func sections(_ items: [Reason], _ filling: SetupFilling) -> [SetupSection] {
        ReasonKind.allCases.compactMap { kind in
            let ofKind = items.filter { $0.kind == kind }
            return ofKind.isEmpty
                ? nil
                : SetupSection(
                    title: filling.say(kind.message), cards: ofKind.map { card($0, filling) })
        }
    }

    static func lines(about item: Reason, _ filling: SetupFilling) -> [String] {
        let today = filling.today
        let span: Message? =
            if item.isOpen(on: today) {
                item.lastDay(from: today).map {
                    Message("setup.reasonCloses", ["date": .date($0)])
                }
            } else if let opens = item.opens(after: today) {
                Message("setup.reasonOpens", ["date": .date(opens)])
            } else {
                item.lastDay(on: today).map { Message("setup.reasonClosed", ["date": .date($0)]) }
            }
        return [item.code] + (span.map { [filling.say($0)] } ?? [])
    }

    // MARK: Fields

    static func parts(of item: Shown<Reason>?, _ filling: SetupFilling) -> [SetupPart] {
        var words = filling.texts(
            "words", Message("setup.reasonWords"), item?.texts ?? WrittenText(), isLine: true)
        words.isFolded = false
        let until = filling.date(
            "until", Message("setup.reasonUntil"), item?.value.lastDay(on: filling.today),
            help: Message("setup.untilHelp"))
        guard let reason = item?.value else {
            return [SetupPart(fields: new(filling)), words, SetupPart(fields: [until])]
        }
        let said = reason.said.map { word in
            filling.say(
                word.isOpen
                    ? Message("setup.reasonOpens", ["date": .date(word.from)])
                    : Message("setup.reasonCloses", ["date": .date(word.from.adding(days: -1))]))
        }
        return [
            SetupPart(
                lead: filling.visitor.localiser.line([
                    filling.say(reason.kind.message), reason.code,
                ]), fields: []),
            words, SetupPart(lead: filling.visitor.localiser.line(said), fields: [until]),
        ]
    }

    private static func new(_ filling: SetupFilling) -> [SetupField] {
        [
            filling.select(
                "kind", Message("setup.reasonKind"), ReasonKind.excused.rawValue,
                ReasonKind.allCases.map { ($0.rawValue, filling.say($0.message)) }),
            filling.line(
                "code", Message("command.column.code"), "", help: Message("setup.codeHelp"),
                direction: "ltr"),
            filling.date("from", Message("setup.reasonFrom"), filling.today),
        ]
    }
}

extension Reason {
    /// The last day on which it is, or was, offered; nil where no end is known.
    fileprivate func lastDay(on today: LocalDate) -> LocalDate? {
        guard !isOpen(on: today) else { return lastDay(from: today) }
        if let opens = opens(after: today) { return lastDay(from: opens) }
        return said.map(\.from).filter { $0 <= today && !isOpen(on: $0) }.max()?.adding(days: -1)
    }
}
