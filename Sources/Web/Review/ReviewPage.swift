import Courses
import Desk
import Localisation

/// What was said and waits, alike ones together, each group a form of its own.
struct ReviewPage: Page {
    static let template = "review"

    let layout: Layout
    let heading: String
    let introText: String
    let notices: [Notice]
    let emptyText: String?
    let groups: [ReviewGroup]
}

/// Statements of one session that wait for the same reason.
struct ReviewGroup: Sendable {
    let id: String
    /// Of the register; nil where no session is known.
    let href: String?
    let title: String
    let dateText: String
    let timeText: String?
    let whyText: String
    /// What can be done about all of them.
    let advice: Line?
    let statements: [ReviewLine]
    let sessionChoice: SessionChoice?
    let reasonField: ReasonField?
    let buttons: [ReviewButton]
}

struct ReviewLine: Sendable {
    let act: String
    /// That its thing has now; nothing is done over a later one.
    let version: Int
    let name: String
    let otherName: String?
    let said: SummaryFact?
    let countingLabel: String
    let counting: String
    let byLabel: String
    let by: String
    let whenText: String
    let wayOut: Line?
}

struct SessionChoice: Sendable {
    let id: String
    let label: String
    let options: [SessionOption]
}

struct SessionOption: Sendable {
    let session: String
    let text: String
}

struct ReviewButton: Sendable {
    let style: String
    let value: String
    let label: String
}

extension ReviewPage {
    /// - Parameter sessions: of the days of statements about no known session.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, waiting: [WaitingStatement],
        groups: [Group.ID: Group], sessions: [SessionOverview], reasons: [Reason],
        notices: [Notice]
    ) {
        heading = visitor.say(Message("review.title"))
        self.layout = layout(heading)
        introText = visitor.say(Message("review.intro"))
        self.notices = notices
        emptyText = waiting.isEmpty ? visitor.say(Message("review.empty")) : nil
        let alike = waiting.map(Alike.init)
        let together = Dictionary(grouping: zip(alike, waiting)) { $0.0 }
        self.groups = alike.onceEach.enumerated().map { index, alike in
            ReviewGroup(
                id: "group-\(index + 1)", (together[alike] ?? []).map(\.1), on: alike.date,
                groups, sessions, reasons, visitor)
        }
    }

    /// What makes statements alike.
    private struct Alike: Hashable {
        let why: Message
        let session: Session.ID?
        let date: LocalDate

        init(_ waiting: WaitingStatement) {
            why = waiting.why
            session = waiting.session?.session.id ?? waiting.namedSession
            date = waiting.session?.session.date ?? WallClock.date(waiting.happenedAt)
        }
    }
}

extension ReviewGroup {
    init(
        id: String, _ alike: [WaitingStatement], on date: LocalDate,
        _ groups: [Group.ID: Group], _ sessions: [SessionOverview], _ reasons: [Reason],
        _ visitor: Visitor
    ) {
        self.id = id
        let overview = alike.first?.session
        let words = overview.map { SessionWords($0, groups: groups, visitor: visitor) }
        href = overview.map { "/sessions/\($0.session.id)" }
        title = words?.groupNames ?? visitor.say(Message("register.keptUnknownSession"))
        dateText = visitor.localiser.dateWithSecondCalendar(date, style: .full)
        timeText = words?.time
        whyText = alike.first.map { visitor.say($0.why) } ?? ""
        let ways = alike.map(\.wayOut).onceEach
        advice = Line(ways.count == 1 ? ways[0].map(visitor.say) : nil)
        statements = alike.map { ReviewLine($0, visitor, saysWayOut: ways.count > 1) }
        let options = overview == nil ? sessions.filter { $0.session.date == date } : []
        sessionChoice =
            options.isEmpty
            ? nil
            : SessionChoice(
                id: id, label: visitor.say(Message("review.session")),
                options: [SessionOption(session: "", text: "–")]
                    + options.map { option in
                        let words = SessionWords(option, groups: groups, visitor: visitor)
                        return SessionOption(
                            session: option.session.id.description,
                            text: "\(words.groupNames) \(words.time)")
                    })
        let needsReason =
            sessionChoice != nil || alike.contains { $0.takingIn == .possibleWithReason }
        reasonField =
            needsReason
            ? ReasonField(
                Message("register.reason"), in: id, offered: reasons, given: nil, limit: 2000,
                for: visitor) : nil
        let takesIn = sessionChoice != nil || alike.contains { $0.takingIn.isPossible }
        let takesGuests = alike.contains {
            !$0.takingIn.isPossible && $0.asGuest?.isPossible ?? false
        }
        buttons = [
            takesIn ? ReviewButton("primary", .takeIn, Message("review.takeIn"), visitor) : nil,
            takesGuests
                ? ReviewButton("primary", .asGuest, Message("review.asGuest"), visitor) : nil,
            ReviewButton("secondary", .setAside, Message("review.setAside"), visitor),
        ].compactMap(\.self)
    }
}

extension ReviewButton {
    fileprivate init(
        _ style: String, _ settlement: Settlement, _ label: Message, _ visitor: Visitor
    ) {
        self.style = style
        value = settlement.rawValue
        self.label = visitor.say(label)
    }
}

extension ReviewLine {
    fileprivate init(_ waiting: WaitingStatement, _ visitor: Visitor, saysWayOut: Bool) {
        let localiser = visitor.localiser
        let said = waiting.said(in: localiser)
        let names = ReaderNames(visitor)
        let name = waiting.name.map(names.both)
        act = waiting.id.description
        version = waiting.version
        // Where nobody is meant, what was said stands in the name's place.
        self.name = name?.first ?? said ?? visitor.say(Message("register.keptMalformed"))
        otherName = name?.other
        self.said =
            name == nil
            ? nil
            : said.map { SummaryFact(label: visitor.say(Message("review.said")), value: $0) }
        countingLabel = visitor.say(Message("review.counting"))
        counting = waiting.counting(in: localiser)
        byLabel = visitor.say(Message("review.saidBy"))
        by = waiting.by.map { names.both($0).first } ?? visitor.say(Message("review.operator"))
        let date = localiser.date(WallClock.date(waiting.happenedAt), style: .short)
        whenText = date + " " + localiser.time(WallClock.reading(waiting.happenedAt).time)
        wayOut = Line(saysWayOut ? waiting.wayOut.map(visitor.say) : nil)
    }
}
