import Courses
import Desk
import Localisation

extension RegisterPage {
    /// - Parameters:
    ///   - typed: what was submitted and could not be saved; it stands in the fields again.
    ///   - substitutes: who can be named to stand in; empty for those who may not.
    init(
        site: Site, visitor: Visitor, register: Register, typed: Form? = nil,
        notices: [Notice] = [], faults: [Fault] = [], substitutes: [UserAccount] = []
    ) {
        let now = site.desk.clock.now()
        self.init(
            layout: { site.layout(title: $0, for: visitor, at: $1) }, visitor: visitor,
            register: register, at: now, rendering: Entropy.system.actID(), typed: typed,
            notices: notices, faults: faults, substitutes: substitutes)
    }

    init(
        layout: (_ title: String, _ address: String) -> Layout, visitor: Visitor,
        register: Register, at now: Instant, rendering: ActID, typed: Form?, notices: [Notice],
        faults: [Fault], substitutes: [UserAccount]
    ) {
        let session = register.session.session
        let groups = Dictionary(
            register.groups.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let words = SessionWords(register.session, groups: groups, visitor: visitor)
        let fields = RegisterFields(
            visitor: visitor, register: register, now: now, typed: typed, faults: faults)
        let isCalledOff = session.state.isCalledOff
        let isOver = isCalledOff || register.isSignedOff || session.startsAt > now
        action = "/sessions/\(session.id)"
        self.session = session.id.description
        usualMode = (session.mode == .hybrid ? .onsite : session.mode).rawValue
        date = session.date.description
        account = visitor.account?.person.description ?? ""
        heading = words.groupNames
        self.layout = layout(words.groupNames, action)
        backText = visitor.say(Message("register.back"))
        languages = words.languages
        numberText = visitor.say(
            Message(
                "register.number",
                [
                    "number": .number(session.groups.first?.number ?? 0),
                    "sessions": .number(register.round.rules.sessions),
                ]))
        dateText = visitor.localiser.dateWithSecondCalendar(session.date, style: .full)
        timeText = words.time
        modeText = words.mode
        venue = words.place
        link = words.link
        status = StatusChip(register.session, visitor: visitor, at: now)
        waitingText =
            register.session.waiting > 0
            ? visitor.say(Message("sessions.waiting", ["count": .number(register.session.waiting)]))
            : nil
        more = SessionLinks(of: session.id, visitor: visitor)
        self.notices = notices
        faultSummary =
            faults.isEmpty
            ? nil : FaultSummary(title: visitor.say(Message("register.faults")), faults: faults)
        self.rendering = rendering.description
        rows = isCalledOff ? "" : fields.rows
        marking = isCalledOff ? nil : fields.marking
        calledOff = isCalledOff ? fields.calledOff : nil
        note = fields.note
        signedOff = isCalledOff ? nil : fields.signedOff
        signOff = isOver ? nil : fields.signOff
        notHeld = isOver ? nil : fields.notHeld
        recent = fields.recent
        staff = fields.staff
        substitute = isCalledOff ? nil : fields.substitute(among: substitutes)
        restLabel = isCalledOff ? nil : fields.restLabel
        saveLabel = visitor.say(Message("register.save"))
    }
}
