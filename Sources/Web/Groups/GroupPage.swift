import Courses
import Desk
import Localisation

/// A group with its sessions, its paper and its call list.
struct GroupPage: Page {
    static let template = "group"

    let layout: Layout
    let style: String
    let backText: String
    let heading: String
    let roundName: String
    let languages: String
    let texts: [ShownText]
    let paperHeading: String
    let paper: [SessionLink]
    /// To other paper, and to who has come how far.
    let ways: [SessionLink]
    let callsHeading: String
    let callsText: String
    let calls: SessionLink
    let sessionsHeading: String
    let sessions: [GroupSession]
}

/// A text in the language that a reader gets it in.
struct ShownText: Sendable {
    let heading: String
    /// Says which language it is, where it is not the reader's own.
    let note: String?
    let content: String
    let language: String
    let direction: String
}

struct GroupSession: Sendable {
    let href: String
    let title: String
    let timeText: String
    let status: StatusChip
    let more: SessionLinks
}

extension GroupPage {
    init(
        layout: (_ title: String) -> Layout, style: String, visitor: Visitor,
        sheet: AttendanceSheet, texts: GroupTexts, at now: Instant
    ) {
        let group = sheet.groups.first
        let address = (group?.id).map { "/groups/\($0)" } ?? "/groups"
        heading = group?.name ?? ""
        self.layout = layout(heading)
        self.style = style
        backText = visitor.say(Message("groups.title"))
        roundName = sheet.round.name
        languages = visitor.localiser.list(
            (group?.languages ?? []).map { visitor.localiser.languageName($0) })
        self.texts = [
            (Message("groups.message"), texts.message), (Message("groups.way"), texts.way),
            (Message("groups.about"), texts.about),
        ].compactMap { ShownText($0, $1, visitor: visitor) }
        paperHeading = visitor.say(Message("sheet.title"))
        paper = SheetChoice.links(
            of: sheet.sessions.map(\.session.date), at: address + "/sheet", visitor: visitor)
        let certificates = SessionLink(
            href: address + "/certificates", label: visitor.say(Message("certificate.title")))
        ways =
            [
                SessionLink(
                    href: address + "/sheet?list", label: visitor.say(Message("evidence.title"))),
                SessionLink(
                    href: address + "/short", label: visitor.say(Message("short.title"))),
            ] + (visitor.mayOrganise(sheet.round.id) ? [certificates] : [])
        callsHeading = visitor.say(Message("calls.title"))
        callsText = visitor.say(Message("calls.logged"))
        calls = SessionLink(href: address + "/calls", label: visitor.say(Message("calls.open")))
        sessionsHeading = visitor.say(Message("page.sessions"))
        sessions = sheet.sessions.map {
            GroupSession($0, of: group?.id, visitor: visitor, at: now)
        }
    }
}

extension ShownText {
    /// Nil where nothing is written.
    init?(_ heading: Message, _ text: WrittenText, visitor: Visitor) {
        guard let shown = text.shown(in: visitor.localiser.language) else { return nil }
        self.heading = visitor.say(heading)
        let isOwn = shown.language == visitor.localiser.language
        note =
            isOwn
            ? nil
            : visitor.say(Message("groups.shownIn", ["language": .language(shown.language)]))
        content = shown.text
        language = shown.language.rawValue
        direction = shown.language.direction.rawValue
    }
}

extension GroupSession {
    init(_ overview: SessionOverview, of group: Group.ID?, visitor: Visitor, at now: Instant) {
        let session = overview.session
        let number = session.groups.first { $0.group == group } ?? session.groups.first
        href = "/sessions/\(session.id)"
        title = visitor.say(
            Message(
                "groups.session",
                ["number": .number(number?.number ?? 0), "date": .date(session.date)]))
        let localiser = visitor.localiser
        timeText = "\(localiser.time(session.start))–\(localiser.time(session.end))"
        status = StatusChip(overview, visitor: visitor, at: now)
        more = SessionLinks(of: session.id, visitor: visitor)
    }
}
