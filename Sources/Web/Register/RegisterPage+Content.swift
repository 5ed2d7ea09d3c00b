import Courses
import Desk
import Localisation

extension RegisterPage {
    /// - Parameters:
    ///   - typed: what was submitted and could not be saved; it stands in the fields again.
    init(
        site: Site, visitor: Visitor, register: Register, typed: Form? = nil,
        notices: [Notice] = [], faults: [Fault] = []
    ) {
        let now = site.desk.clock.now()
        self.init(
            layout: { site.layout(title: $0, for: visitor, at: $1) }, visitor: visitor,
            register: register, at: now, rendering: Entropy.system.actID(), typed: typed,
            notices: notices, faults: faults)
    }

    init(
        layout: (_ title: String, _ address: String) -> Layout, visitor: Visitor,
        register: Register, at now: Instant, rendering: ActID, typed: Form?, notices: [Notice],
        faults: [Fault]
    ) {
        let session = register.session.session
        let groups = Dictionary(
            register.groups.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let words = SessionWords(register.session, groups: groups, visitor: visitor)
        let fields = RegisterFields(
            visitor: visitor, register: register, typed: typed, faults: faults)
        let isCalledOff = session.state.isCalledOff
        action = "/sessions/\(session.id)"
        self.session = session.id.description
        mode = (session.mode == .hybrid ? .onsite : session.mode).rawValue
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
        status = StatusChip(register.session, visitor: visitor, at: now)
        waitingText =
            register.session.waiting > 0
            ? visitor.say(Message("sessions.waiting", ["count": .number(register.session.waiting)]))
            : nil
        self.notices = notices
        faultSummary =
            faults.isEmpty
            ? nil : FaultSummary(title: visitor.say(Message("register.faults")), faults: faults)
        self.rendering = rendering.description
        scriptChoice = fields.scriptChoice
        marking = isCalledOff ? nil : fields.marking
        calledOff = isCalledOff ? fields.calledOff : nil
        note = fields.note
        signedOff = isCalledOff ? nil : fields.signedOff
        let hasBegun = session.startsAt <= now
        signOff = isCalledOff || register.isSignedOff || !hasBegun ? nil : fields.signOff
        notHeld = isCalledOff || register.isSignedOff || !hasBegun ? nil : fields.notHeld
        saveLabel = visitor.say(Message("register.save"))
        unmarkedText =
            isCalledOff
            ? "" : visitor.say(Message("register.unmarked", ["count": .number(register.unmarked)]))
    }
}
