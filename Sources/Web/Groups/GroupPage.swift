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
    let paperHeading: String
    let paper: [SessionLink]
    let callsHeading: String
    let callsText: String
    let calls: SessionLink
    let sessionsHeading: String
    let sessions: [GroupSession]
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
        sheet: AttendanceSheet, at now: Instant
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
        paperHeading = visitor.say(Message("sheet.title"))
        paper = SheetChoice.links(
            of: sheet.sessions.map(\.session.date), at: address + "/sheet", visitor: visitor)
        callsHeading = visitor.say(Message("calls.title"))
        callsText = visitor.say(Message("calls.logged"))
        calls = SessionLink(href: address + "/calls", label: visitor.say(Message("calls.open")))
        sessionsHeading = visitor.say(Message("page.sessions"))
        sessions = sheet.sessions.map {
            GroupSession($0, of: group?.id, visitor: visitor, at: now)
        }
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
