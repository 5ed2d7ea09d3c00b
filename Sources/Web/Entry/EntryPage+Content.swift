import Courses
import Desk
import Localisation

extension EntryPage {
    /// - Parameters:
    ///   - typed: what was submitted and could not be saved; it stands in the fields again.
    init(
        layout: (_ title: String) -> Layout, assets: Assets, visitor: Visitor,
        register: Register, rendering: ActID, typed: Form? = nil,
        submission: EntrySubmission? = nil, notices: [Notice] = []
    ) {
        let session = register.session.session
        heading = visitor.say(Message("entry.title"))
        groupNames = visitor.localiser.list(register.groups.map(\.name))
        self.layout = layout(heading)
        style = assets.sheetStyle
        script = assets.entryScript
        backHref = "/sessions/\(session.id)"
        backText = visitor.say(Message("entry.back"))
        numberText = visitor.say(
            Message("sessions.number", ["number": .number(session.groups.first?.number ?? 0)]))
        dateText = visitor.localiser.dateWithSecondCalendar(session.date, style: .full)
        self.notices = notices
        faultText =
            submission?.isFaulty == true ? visitor.say(Message("register.faults")) : nil
        closedText =
            session.state.isCalledOff
            ? visitor.say(Message("register.cancelled"))
            : register.rows.isEmpty ? visitor.say(Message("register.empty")) : nil
        form =
            closedText == nil
            ? EntryForm(
                visitor: visitor, register: register, rendering: rendering, typed: typed,
                submission: submission) : nil
    }
}

extension EntryForm {
    fileprivate init(
        visitor: Visitor, register: Register, rendering: ActID, typed: Form?,
        submission: EntrySubmission?
    ) {
        let progress = { (marked: Int) in
            visitor.say(
                Message(
                    "sessions.progress",
                    ["marked": .number(marked), "expected": .number(register.rows.count)]))
        }
        action = "/sessions/\(register.session.session.id)/entry"
        self.rendering = typed?["rendering"] ?? rendering.description
        helpText = visitor.say(Message("entry.help"))
        keysLabel = visitor.say(Message("sheet.codes"))
        keys = EntryKey.allCases.map {
            EntryKeyWords(
                digit: $0.digit, letter: $0.letter(visitor), text: $0.words(visitor),
                isLate: $0 == .late)
        }
        keyLabel = visitor.say(Message("entry.key"))
        minutesLabel = visitor.say(Message("register.late"))
        let rows = register.rows.map { row in
            EntryRow(row, visitor: visitor, typed: typed, fault: submission?.faults[row.person])
        }
        self.rows = visitor.localiser.sorted(rows, by: \.name)
        countText = progress(rows.count { !$0.key.isEmpty })
        counts = (0...rows.count).map { EntryCount(text: progress($0)) }
        signedOff =
            register.isSignedOff
            ? EntryReason(
                text: visitor.say(Message("register.signedOff")),
                reason: ReasonField(
                    Message("register.reason"),
                    offered: register.reasons.filter { $0.kind == .correction },
                    given: typed?.reason(upTo: 2000), fault: submission?.reasonFault,
                    limit: 2000, for: visitor)) : nil
        saveLabel = visitor.say(Message("register.save"))
    }
}

extension EntryRow {
    fileprivate init(_ row: Register.Row, visitor: Visitor, typed: Form?, fault: String?) {
        let id = row.person.description
        let shown = ShownName(row.name, visitor: visitor)
        let code = row.mark.map(EntryCode.init)
        let key = typed?["key." + id] ?? code?.digit ?? ""
        self.init(
            person: id, name: shown.first, otherName: shown.other, key: key,
            minutes: typed?["late." + id] ?? code?.minutesText ?? "",
            word: EntryKey(typed: key, visitor: visitor)?.words(visitor) ?? "",
            was: typed?["was." + id] ?? code?.written ?? "",
            base: typed?["base." + id].flatMap { Int($0) } ?? row.version, fault: fault)
    }
}
