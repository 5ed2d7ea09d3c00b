import Courses
import Desk
import Localisation

/// One session in a list.
struct SessionCard: Sendable {
    let href: String
    let groupName: String
    let languages: String
    let numberText: String
    let dateText: String
    let timeText: String
    let modeText: String
    let place: String?
    let link: OpenLink?
    let status: StatusChip
    /// Whether any of the day's lines below has something to say.
    let hasDay: Bool
    let toldText: String?
    let childrenText: String?
    let staff: [StaffLine]
    let progressText: String
    let waitingText: String?
    let openLabel: String
}

struct StatusChip: Sendable {
    /// A style's name.
    let tone: String
    let label: String
}

extension SessionCard {
    init(
        _ overview: SessionOverview, groups: [Group.ID: Group], day: SessionDay?,
        visitor: Visitor, at now: Instant
    ) {
        let words = SessionWords(overview, groups: groups, visitor: visitor)
        href = "/sessions/\(overview.session.id)"
        groupName = words.groupNames
        languages = words.languages
        numberText = words.number
        dateText = visitor.localiser.dateWithSecondCalendar(overview.session.date, style: .full)
        timeText = words.time
        modeText = words.mode
        place = words.place
        link = words.link
        let places = overview.session.groups.compactMap { groups[$0.group]?.childcarePlaces }
            .reduce(0, +)
        toldText = day.flatMap { Self.told($0, visitor) }
        childrenText = day.flatMap { Self.children($0, places: places, overview, visitor) }
        staff = (day?.staff ?? []).map { StaffLine($0, visitor) }
        hasDay = toldText != nil || childrenText != nil || !staff.isEmpty
        status = StatusChip(overview, visitor: visitor, at: now)
        progressText = visitor.say(
            Message(
                "sessions.progress",
                ["marked": .number(overview.marked), "expected": .number(overview.expected)]))
        waitingText =
            overview.waiting > 0
            ? visitor.say(Message("sessions.waiting", ["count": .number(overview.waiting)])) : nil
        openLabel = visitor.say(Message("sessions.open"))
    }

    private static func told(_ day: SessionDay, _ visitor: Visitor) -> String? {
        guard day.toldAbsences > 0 else { return nil }
        return visitor.say(Message("sessions.told", ["count": .number(day.toldAbsences)]))
    }

    /// Of sessions on site, where there are places or somebody brings children.
    private static func children(
        _ day: SessionDay, places: Int, _ overview: SessionOverview, _ visitor: Visitor
    ) -> String? {
        guard overview.session.mode != .remote, places > 0 || day.children > 0 else { return nil }
        return visitor.say(
            Message(
                "sessions.children",
                ["children": .number(day.children), "places": .number(places)]))
    }
}

extension StatusChip {
    init(_ overview: SessionOverview, visitor: Visitor, at now: Instant) {
        let status = overview.evidence.status(at: now)
        let isUnderWay =
            status == .upcoming && overview.session.startsAt <= now
        (tone, label) =
            switch status {
            case .upcoming where isUnderWay:
                ("now", visitor.say(Message("sessions.statusNow")))
            case .upcoming: ("calm", visitor.say(Message("sessions.statusUpcoming")))
            case .cancelled: ("off", visitor.say(Message("sessions.statusCancelled")))
            case .notHeld: ("off", visitor.say(Message("sessions.statusNotHeld")))
            case .taken where overview.evidence.signedOff:
                ("done", visitor.say(Message("sessions.statusSignedOff")))
            case .taken: ("done", visitor.say(Message("sessions.statusTaken")))
            case .notTaken: ("late", visitor.say(Message("sessions.statusNotTaken")))
            }
    }
}

/// What a session is called, where lists and its own page agree.
struct SessionWords {
    let groupNames: String
    let languages: String
    let number: String
    let time: String
    let mode: String
    let place: String?
    let link: OpenLink?

    init(_ overview: SessionOverview, groups: [Group.ID: Group], visitor: Visitor) {
        let session = overview.session
        let localiser = visitor.localiser
        let meeting = session.groups.compactMap { groups[$0.group] }
        groupNames = localiser.list(meeting.map(\.name))
        var tags: [Language] = []
        for language in meeting.flatMap(\.languages) where !tags.contains(language) {
            tags.append(language)
        }
        languages = localiser.list(tags.map { localiser.languageName($0) })
        number = visitor.say(
            Message("sessions.number", ["number": .number(session.groups.first?.number ?? 0)]))
        time = "\(localiser.time(session.start))–\(localiser.time(session.end))"
        mode =
            switch session.mode {
            case .onsite: visitor.say(Message("sessions.onsite"))
            case .remote: visitor.say(Message("sessions.remote"))
            case .hybrid: visitor.say(Message("sessions.hybrid"))
            }
        place = session.mode == .remote ? nil : meeting.compactMap(\.venue).first
        let address = session.mode == .onsite ? nil : meeting.compactMap(\.link).first
        link = address.map { OpenLink(href: $0, label: visitor.say(Message("sessions.openLink"))) }
    }
}
