import Courses
import Desk
import Localisation

/// Who lacks one session, group by group, with what they missed and where they could make it up.
struct OneShortPage: Page {
    static let template = "short"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let roundName: String
    let introText: String
    let ways: [SessionLink]
    let emptyText: String?
    let groups: [OneShortGroup]
}

struct OneShortGroup: Sendable {
    let name: String
    let people: [OneShortPerson]
}

struct OneShortPerson: Sendable {
    let name: String
    let otherName: String?
    let detail: String
    let missed: [OneShortMissed]
}

struct OneShortMissed: Sendable {
    let title: String
    let noneText: String?
    let makeUps: [OneShortMakeUp]
}

struct OneShortMakeUp: Sendable {
    /// Nil where the reader has no business with that group.
    let href: String?
    let group: String
    let when: String
    let time: String
    let language: String
}

extension OneShortPage {
    init(layout: (_ title: String) -> Layout, visitor: Visitor, list: OneShort) {
        let words = OneShortWords(visitor: visitor, list: list)
        heading = visitor.say(Message("short.title"))
        self.layout = layout(heading)
        backHref = list.group.map { "/groups/\($0.id)" } ?? "/rounds"
        backText = list.group?.name ?? visitor.say(Message("page.rounds"))
        roundName = list.round.name
        introText = visitor.say(
            Message("short.intro", ["count": .number(list.round.rules.completionThreshold)]))
        ways =
            list.group == nil && visitor.mayOrganise(list.round.id)
            ? list.round.ways(visitor, besides: .short) : []
        emptyText = list.rows.isEmpty ? visitor.say(Message("short.none")) : nil
        groups = words.groups
    }
}

private struct OneShortWords {
    let visitor: Visitor
    let list: OneShort

    var groups: [OneShortGroup] {
        list.groups.compactMap { group in
            let rows = list.rows.filter { $0.group == group.id }
            guard !rows.isEmpty else { return nil }
            let people = rows.map { person($0) }
            return OneShortGroup(
                name: group.name, people: visitor.localiser.sorted(people, by: \.name))
        }
    }

    private func person(_ row: OneShort.Row) -> OneShortPerson {
        let shown = ShownName(row.name, visitor: visitor)
        return OneShortPerson(
            name: shown.first.isEmpty
                ? visitor.say(Message("certificate.nameless")) : shown.first,
            otherName: shown.other,
            detail: visitor.say(
                Message(
                    "short.standing",
                    ["attended": .number(row.attended), "coming": .number(row.coming)])),
            missed: row.missed.map { missed($0) })
    }

    private func missed(_ missed: OneShort.Missed) -> OneShortMissed {
        OneShortMissed(
            title: visitor.say(
                Message(
                    "short.missed",
                    ["number": .number(missed.number), "date": .date(missed.date)])),
            noneText: missed.makeUps.isEmpty ? visitor.say(Message("short.noMakeUp")) : nil,
            makeUps: missed.makeUps.map { makeUp($0) })
    }

    private func makeUp(_ makeUp: OneShort.MakeUp) -> OneShortMakeUp {
        let session = makeUp.session
        let language = visitor.localiser.languageName(makeUp.language)
        return OneShortMakeUp(
            href: list.group == nil ? "/sessions/\(session.id)" : nil,
            group: list.groups.first { $0.id == makeUp.group }?.name ?? "",
            when: visitor.localiser.date(session.date, style: .weekdayDayMonth),
            time: visitor.localiser.timeRange(session.start, session.end),
            language: makeUp.isInterpreted
                ? visitor.say(
                    Message("short.interpreted", ["language": .language(makeUp.language)]))
                : language)
    }
}
