import Courses
import Desk
import Localisation

/// A submitted register: only what differs from what was rendered becomes acts.
struct RegisterSubmission {
    private(set) var faults: [Fault] = []
    private var statements: [(thing: String, statement: Act.Statement)] = []
    private let form: Form
    private let register: Register
    private let now: Instant
    private let visitor: Visitor
    private let rendering: ActID?

    init(_ form: Form, register: Register, at now: Instant, visitor: Visitor) {
        self.form = form
        self.register = register
        self.now = now
        self.visitor = visitor
        rendering = form["rendering"].flatMap { ActID($0) }
        for person in form.names(under: "was.") { readPerson(person) }
        for key in form.names(under: "countwas.") { readCount(key) }
        readNote()
        requireReason()
        readIntent()
    }

    /// Nil when nothing was changed.
    ///
    /// An act's id is made of the rendering's and of what is said: the same submit twice is known
    /// again, and a change made after going back is not taken for it.
    var batch: ActBatch? {
        guard let rendering, !statements.isEmpty else { return nil }
        let session = register.session.session.id
        let items = statements.map { part in
            let act = Act(
                id: ActID(contentOf: "\(rendering) \(part.thing) \(said(part.statement))"),
                sequence: Int(clamping: now.milliseconds), session: session, at: now,
                statement: part.statement)
            return ActBatch.Item.act(act, raw: act.wireText)
        }
        return ActBatch(
            batch: rendering.description, device: visitor.formDevice, sentAt: now, items: items)
    }

    /// The statement alone, without what differs between two submits of it.
    private func said(_ statement: Act.Statement) -> String {
        Act(
            id: ActID(high: 0, low: 0), sequence: 0, session: register.session.session.id,
            at: Instant(milliseconds: 0), statement: statement
        ).wireText
    }

    private var reason: String? { form.string("reason") }

    // MARK: People

    private mutating func readPerson(_ text: String) {
        guard let person = Person.ID(text), let was = form["was." + text].flatMap(WrittenMark.init),
            let base = form["base." + text].flatMap({ Int($0) })
        else { return fault("main", Message("page.malformed")) }
        // A row whose fields were not sent says nothing.
        guard let code = form["value." + text] else { return }
        let target = "person-" + text
        guard let late = minutes("late." + text), let early = minutes("early." + text) else {
            return fault(target, Message("register.minutesMalformed"))
        }
        guard let value = AttendanceCode(rawValue: code) else {
            return readUnmarked(person, was: was, base: base, hasMinutes: late + early > 0)
        }
        let isPresent = value == .present
        let wasMinutes = (was.mark?.value.lateMinutes ?? 0, was.mark?.value.leftEarlyMinutes ?? 0)
        if !isPresent, late + early > 0, (late, early) != wasMinutes {
            return fault(target, Message("register.minutesWithoutPresence"))
        }
        guard late + early < register.session.session.minutes else {
            let length = register.session.session.minutes
            return fault(target, Message("register.minutesTooMany", ["length": .number(length)]))
        }
        guard
            let attendance = Attendance(
                code: value, lateMinutes: isPresent && late > 0 ? late : nil,
                leftEarlyMinutes: isPresent && early > 0 ? early : nil)
        else { return fault(target, Message("register.minutesMalformed")) }
        let mark = Mark(
            value: attendance, mode: was.mark?.mode ?? mode, role: was.mark?.role ?? .member)
        guard mark != was.mark else { return }
        statements.append((text, .mark(person, mark, base: base, reason: reason)))
    }

    private mutating func readUnmarked(
        _ person: Person.ID, was: WrittenMark, base: Int, hasMinutes: Bool
    ) {
        if hasMinutes, was.mark == nil {
            return fault("person-\(person)", Message("register.minutesWithoutPresence"))
        }
        guard was.mark != nil else { return }
        statements.append((person.description, .clear(person, base: base, reason: reason)))
    }

    /// Of a hybrid session most are there; who is not is told by the other page.
    private var mode: SessionMode {
        let mode = register.session.session.mode
        return mode == .hybrid ? .onsite : mode
    }

    /// 0 for an empty field; nil for what is no number of minutes.
    private func minutes(_ name: String) -> Int? {
        guard let text = form.string(name) else { return 0 }
        return Int(asciiDigits(text)).flatMap { (0...1440).contains($0) ? $0 : nil }
    }

    // MARK: The rest

    private mutating func readCount(_ text: String) {
        let was = (form["countwas." + text] ?? "").split(separator: ",").compactMap { Int($0) }
        guard let key = WrittenKey(text)?.key, was.count == 2 else {
            return fault("main", Message("page.malformed"))
        }
        guard let typed = form["count." + text] else { return }
        let number =
            typed.allSatisfy(\.isWhitespace)
            ? 0 : Int(asciiDigits(form.string("count." + text) ?? ""))
        guard let number, (0...10_000).contains(number) else {
            return fault("count-" + text, Message("register.countMalformed"))
        }
        guard number != was[0] else { return }
        statements.append(
            (text, .headcount(key, count: number, base: was[1], reason: reason)))
    }

    private mutating func readNote() {
        guard let note = form.string("note") ?? form["note"].map({ _ in "" }),
            let base = form["note.base"].flatMap({ Int($0) })
        else { return }
        let text = note.replacingLineEnds
        guard text.unicodeScalars.count <= 4000 else {
            return fault("note", Message("register.noteTooLong"))
        }
        guard text != (form.string("note.was") ?? "").replacingLineEnds else { return }
        statements.append(("note", .note(text, base: base)))
    }

    /// After a sign-off a change is a correction, and says why.
    private mutating func requireReason() {
        let corrects = statements.contains { part in
            if case .note = part.statement { false } else { true }
        }
        if register.isSignedOff, corrects, reason == nil {
            fault("reason", Message("register.reasonMissing"))
        }
    }

    private mutating func readIntent() {
        guard rendering != nil else { return fault("main", Message("page.malformed")) }
        switch form["intent"] {
        case "signOff"?:
            guard let base = form["signOff.base"].flatMap({ Int($0) }) else { return }
            statements.append(("signOff", .signOff(base: base)))
        case "held"?: readState(.held, reason: reason)
        case "notHeld"?:
            guard let why = form.string("notHeldReason") else {
                return fault("notHeldReason", Message("register.notHeldReasonMissing"))
            }
            readState(.notHeld, reason: why)
        default: break
        }
    }

    private mutating func readState(_ state: ToldState, reason: String?) {
        guard let base = form["state.base"].flatMap({ Int($0) }) else { return }
        statements.append(("state", .sessionState(state, base: base, reason: reason)))
    }

    private mutating func fault(_ target: String, _ message: Message) {
        faults.append(Fault(target: target, text: visitor.say(message)))
    }
}

extension String {
    /// Forms send CR LF where a page was written with LF.
    fileprivate var replacingLineEnds: String {
        var result = ""
        result.unicodeScalars.append(contentsOf: unicodeScalars.filter { $0 != "\r" })
        return result
    }
}
