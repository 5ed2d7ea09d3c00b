import Courses
import Desk
import Localisation

/// A sheet that was entered: only what differs from what was rendered becomes acts.
struct EntrySubmission {
    /// By person.
    private(set) var faults: [Person.ID: String] = [:]
    private(set) var reasonFault: String?
    private var statements: [(said: String, statement: Act.Statement)] = []
    private let form: Form
    private let register: Register
    private let now: Instant
    private let visitor: Visitor
    private let rendering: ActID

    /// - Throws: `Refusal.malformed` for what is no form of ours.
    init(
        _ form: Form, register: Register, at now: Instant, visitor: Visitor
    ) throws(Refusal) {
        guard let rendering = form["rendering"].flatMap({ ActID($0) }) else { throw .malformed }
        self.form = form
        self.register = register
        self.now = now
        self.visitor = visitor
        self.rendering = rendering
        for row in register.rows { try read(row) }
        if register.isSignedOff, !statements.isEmpty, reason == nil {
            reasonFault = visitor.say(Message("register.reasonMissing"))
        }
    }

    var isFaulty: Bool { !faults.isEmpty || reasonFault != nil }

    /// Nil when nothing was changed. The same submit twice makes the same acts.
    var batch: ActBatch? {
        guard !statements.isEmpty else { return nil }
        let session = register.session.session.id
        let items = statements.map { part in
            let act = Act(
                id: ActID(contentOf: "\(rendering) entry \(part.said)"),
                sequence: Int(clamping: now.milliseconds), session: session, at: now,
                statement: part.statement)
            return ActBatch.Item.act(act, raw: act.wireText)
        }
        return ActBatch(
            batch: rendering.description, device: visitor.formDevice, sentAt: now, items: items)
    }

    private var reason: String? { form.reason(upTo: 2000) }

    private mutating func read(_ row: Register.Row) throws(Refusal) {
        let person = row.person.description
        // Somebody who was not on the page when it was rendered is said nothing of.
        guard let was = form["was." + person] else { return }
        guard let base = form["base." + person].flatMap({ Int($0) }) else { throw .malformed }
        let typed = form.string("key." + person) ?? ""
        guard let key = typed.isEmpty ? nil : EntryKey(typed: typed, visitor: visitor) else {
            if !typed.isEmpty {
                faults[row.person] = visitor.say(Message("entry.unknownKey"))
            } else if !was.isEmpty {
                statements.append(
                    ("\(person) clear", .clear(row.person, base: base, reason: reason)))
            }
            return
        }
        guard let minutes = minutes(of: row.person, key) else { return }
        let code = EntryCode(key, minutes: minutes)
        guard code.written != was else { return }
        let early = row.mark?.value.leftEarlyMinutes
        guard let value = code.attendance(leftEarlyMinutes: early) else { throw .malformed }
        let mark = Mark(
            value: value, mode: row.mark?.mode ?? mode, role: row.mark?.role ?? .member)
        statements.append(
            (
                "\(person) \(code.written)",
                .mark(row.person, mark, base: base, reason: reason)
            ))
    }

    /// Nil for a fault, which is told.
    private mutating func minutes(of person: Person.ID, _ key: EntryKey) -> Int? {
        guard key == .late else { return 0 }
        let typed = form.string("late.\(person)").map { asciiDigits($0) } ?? ""
        guard let minutes = Int(digits: typed), minutes > 0 else {
            faults[person] = visitor.say(Message("register.minutesMalformed"))
            return nil
        }
        let length = register.session.session.minutes
        guard minutes < length else {
            faults[person] = visitor.say(
                Message("register.minutesTooMany", ["length": .number(length)]))
            return nil
        }
        return minutes
    }

    /// Of a hybrid session most are there.
    private var mode: SessionMode {
        let mode = register.session.session.mode
        return mode == .hybrid ? .onsite : mode
    }
}
