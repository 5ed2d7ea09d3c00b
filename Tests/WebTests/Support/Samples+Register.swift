import Courses
import Localisation

@testable import Web

extension Samples {
    static func register(_ visitor: Visitor) -> RegisterPage {
        let undone = Notice(
            tone: "good", text: visitor.say(Message("register.undone", ["count": .number(2)])),
            undo: UndoButton(acts: "1 2", label: visitor.say(Message("register.undo"))))
        return register(
            visitor, notices: [undone] + Told.example.notices(for: visitor),
            marking: marking(visitor))
    }

    static func register(
        _ visitor: Visitor, notices: [Notice], marking: Marking?
    ) -> RegisterPage {
        let overview = overview(day: 0, waiting: 2)
        let words = SessionWords(overview, groups: [group.id: group], visitor: visitor)
        return RegisterPage(
            layout: layout(visitor), backText: visitor.say(Message("register.back")),
            heading: words.groupNames, languages: words.languages,
            numberText: visitor.say(
                Message("register.number", ["number": .number(3), "sessions": .number(11)])),
            dateText: visitor.localiser.dateWithSecondCalendar(day, style: .full),
            timeText: words.time, modeText: words.mode, venue: words.place, link: link(visitor),
            status: StatusChip(overview, visitor: visitor, at: now),
            waitingText: visitor.say(Message("sessions.waiting", ["count": .number(2)])),
            more: SessionLinks(of: Session.ID(bits: 1), visitor: visitor),
            notices: notices,
            faultSummary: FaultSummary(
                title: visitor.say(Message("register.faults")),
                faults: [
                    Fault(
                        target: "person-2", text: visitor.say(Message("register.minutesMalformed")))
                ]),
            action: "/sessions/1", session: "1", usualMode: "onsite", date: day.description,
            account: "9", rendering: ActID(high: 1, low: 2).description, rows: "1:0: 2:0:",
            marking: marking,
            calledOff: CalledOff(
                text: visitor.say(Message("register.wasNotHeld")),
                reason: Line("Lokalen var låst"),
                heldLabel: visitor.say(Message("register.held")), stateBase: 1),
            note: NoteField(
                label: visitor.say(Message("register.note")),
                help: visitor.say(Message("register.noteHelp")), was: "", base: 0,
                value: "Vi började <sent> & \"slutade\" i tid"),
            signedOff: SignedOff(
                text: visitor.say(Message("register.signedOff")),
                reason: ReasonField(
                    Message("register.reason"), offered: [ownWish], given: "own-wish: <nu>",
                    help: Message("register.reasonHelp"),
                    fault: visitor.say(Message("register.reasonMissing")), for: visitor)),
            signOff: SignOffStep(
                heading: visitor.say(Message("register.signOffTitle")),
                text: visitor.say(Message("register.signOffText")),
                label: visitor.say(Message("register.signOff")), base: 0),
            notHeld: notHeld(visitor), recent: recent(visitor), staff: staffList(visitor),
            substitute: substitute(visitor), restLabel: visitor.say(Message("register.rest")),
            saveLabel: visitor.say(Message("register.save")))
    }

    static func link(_ visitor: Visitor) -> OpenLink {
        OpenLink(
            href: "https://example.se/rum?a=1&b=2", label: visitor.say(Message("sessions.openLink"))
        )
    }

    private static func notHeld(_ visitor: Visitor) -> NotHeldStep {
        NotHeldStep(
            heading: visitor.say(Message("register.notHeldTitle")),
            text: visitor.say(Message("register.notHeldText")),
            reason: ReasonField(
                Message("register.notHeldReason"), name: "notHeldReason", offered: [ownWish],
                given: nil,
                fault: visitor.say(Message("register.notHeldReasonMissing")), for: visitor),
            label: visitor.say(Message("register.notHeld")), base: 0, isOpen: true)
    }

    private static func recent(_ visitor: Visitor) -> RecentActs {
        RecentActs(
            heading: visitor.say(Message("register.recent")),
            undoLabel: visitor.say(Message("register.undo")),
            acts: [
                RecentLine(
                    number: 1, what: "أمل حسن",
                    value: Line(visitor.say(Message("register.present"))),
                    time: "18:02", act: ActID(high: 3, low: 4).description)
            ])
    }

    static func staff(_ visitor: Visitor) -> [StaffLine] {
        let name = DisplayName(native: nil, latin: "Sara Holm")
        let person = Person.ID(bits: 9)
        return [
            SessionStaff(
                person: person, name: name, role: "volunteer", wasPlanned: false, wasThere: nil),
            SessionStaff(
                person: person, name: name, role: "leader", wasPlanned: true, wasThere: nil),
            SessionStaff(
                person: person, name: name, role: "interpreter", wasPlanned: true, wasThere: false),
        ].map { StaffLine($0, visitor) }
    }

    private static func staffList(_ visitor: Visitor) -> StaffList {
        StaffList(heading: visitor.say(Message("register.staff")), people: staff(visitor))
    }

    private static func substitute(_ visitor: Visitor) -> SubstituteForm {
        SubstituteForm(
            heading: visitor.say(Message("register.substituteTitle")),
            text: visitor.say(Message("register.substituteText")),
            action: "/sessions/1/substitute",
            personLabel: visitor.say(Message("register.substitutePerson")),
            people: [StaffChoice(person: "9", name: "Sara Holm (sara)")],
            daysLabel: visitor.say(Message("register.substituteDays")), days: "7",
            label: visitor.say(Message("register.substitute")), isOpen: true,
            fault: Line(visitor.say(Message("error.substituteDays"))))
    }

    static let counted = [0, 1, 2, 3, 11, 100]

    private static func marking(_ visitor: Visitor) -> Marking {
        Marking(
            rosterHeading: visitor.say(Message("register.roster")),
            scriptChoice: ScriptChoice(
                href: "/sessions/1?names=native",
                label: visitor.say(Message("register.nativeFirst"))),
            emptyText: visitor.say(Message("register.empty")),
            people: [
                full(visitor, "1", "Amal Hassan", "أمل حسن", "present,10,,onsite,member,"),
                person(
                    "2", visitor.say(Message("register.alias", ["number": .number(7)])), nil, "",
                    tag: visitor.say(Message("register.toldBefore")),
                    fault: visitor.say(Message("register.minutesMalformed"))),
            ],
            guestsHeading: visitor.say(Message("register.others")), hasGuests: true,
            guests: [
                full(visitor, "3", "ሰላም", "Selam", "present,,,onsite,guest,"),
                person(
                    "4", "Huda", nil, "",
                    tag: visitor.say(Message("register.makeUpOf", ["number": .number(3)]))),
            ], template: full(visitor, "", "", "", ""),
            noneLabel: visitor.say(Message("register.none")),
            presentLabel: visitor.say(Message("register.present")),
            notifiedLabel: visitor.say(Message("register.notified")),
            unnotifiedLabel: visitor.say(Message("register.unnotified")),
            excusedLabel: visitor.say(Message("register.excused")),
            moreLabel: visitor.say(Message("register.more")),
            lateLabel: visitor.say(Message("register.late")),
            earlyLabel: visitor.say(Message("register.early")), adding: adding(visitor),
            countsHeading: visitor.say(Message("register.counts")),
            countsHelp: visitor.say(Message("register.countsHelp")), counts: [count(visitor)],
            unmarkedText: visitor.say(Message("register.unmarked", ["count": .number(3)])))
    }

    private static func adding(_ visitor: Visitor) -> AddForm {
        AddForm(
            heading: visitor.say(Message("register.addTitle")),
            text: visitor.say(Message("register.addText")),
            nativeLabel: visitor.say(Message("register.addNative")), native: "",
            latinLabel: visitor.say(Message("register.addLatin")), latin: "",
            label: visitor.say(Message("register.add")),
            makeUpText: visitor.say(Message("register.makeUpText")),
            makeUpLabel: visitor.say(Message("register.makeUpChoose")), isOpen: true,
            fault: Line(visitor.say(Message("register.addMissing"))))
    }

    private static func count(_ visitor: Visitor) -> CountField {
        let label = visitor.say(Message("register.countChildcare"))
        return CountField(
            key: "childcare,,,", label: label,
            lessLabel: visitor.say(Message("register.less", ["what": .text(label)])),
            moreLabel: visitor.say(Message("register.oneMore", ["what": .text(label)])),
            was: 0, base: 0, value: "4",
            fault: Line(visitor.say(Message("register.countMalformed"))))
    }

    /// A row with all that a row can have.
    private static func full(
        _ visitor: Visitor, _ id: String, _ name: String, _ other: String, _ was: String
    ) -> PersonRow {
        let fault = visitor.say(Message("register.minutesMalformed"))
        let mode = ModeField(
            modeLabel: visitor.say(Message("register.mode")),
            onsiteLabel: visitor.say(Message("sessions.onsite")),
            remoteLabel: visitor.say(Message("sessions.remote")), isRemote: true)
        let correction = visitor.say(
            Message(
                "register.corrected",
                ["signed": .text(AttendanceWords(visitor).words(nil)), "reason": .text("<b>")]))
        return person(
            id, name, other, was, late: "10", tag: visitor.say(Message("register.guest")),
            fault: fault, mode: mode,
            why: WhyField([ownWish.listed], said: nil, chosen: "own-wish", visitor),
            correction: correction)
    }

    private static func person(
        _ id: String, _ name: String, _ other: String?, _ was: String, late: String = "",
        tag: String? = nil, fault: String? = nil, mode: ModeField? = nil,
        why: WhyField? = nil, correction: String? = nil
    ) -> PersonRow {
        PersonRow(
            person: id, name: name, other: other.map { NameLine(name: $0) }, tag: Line(tag),
            was: was, base: 0, isUnmarked: was.isEmpty, isPresent: !was.isEmpty, isNotified: false,
            isUnnotified: false, isExcused: false, late: Minutes(late), early: Minutes(late),
            mode: mode, why: why, isOpen: !late.isEmpty, correction: Line(correction),
            fault: Line(fault))
    }
}
