import Courses
import Desk
import Localisation

/// A submitted register: only what differs from what was rendered becomes acts.
struct RegisterSubmission {
    var faults: [Fault] = []
    /// How many of the statements, the first ones, take something back.
    private(set) var undoes = 0
    private var statements: [(thing: String, statement: Act.Statement)] = []
    let form: Form
    let register: Register
    private let now: Instant
    private let visitor: Visitor
    let rendering: ActID?
    let intent: RegisterIntent

    init(_ form: Form, register: Register, at now: Instant, visitor: Visitor) {
        self.form = form
        self.register = register
        self.now = now
        self.visitor = visitor
        rendering = form["rendering"].flatMap { ActID($0) }
        intent = RegisterIntent(form)
        readUndo()
        readAdded()
        for row in readRows() { readPerson(row) }
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

    var reason: String? { form.reason(upTo: 2000) }

    mutating func say(_ thing: String, _ statement: Act.Statement) {
        statements.append((thing, statement))
    }

    mutating func fault(_ target: String, _ message: Message) {
        faults.append(Fault(target: target, text: visitor.say(message)))
    }

    // MARK: The session

    /// Acts to take back come first, so that what the same submit says stands after them.
    private mutating func readUndo() {
        let acts = (form["undo"] ?? "").split(separator: " ").prefix(ActBatch.limit / 2)
        for act in acts.compactMap({ ActID(String($0)) }) {
            say("undo \(act)", .retract(act))
            undoes += 1
        }
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
        say("note", .note(text, base: base))
    }

    /// After a sign-off a change is a correction, and says why.
    private mutating func requireReason() {
        let corrects = statements.contains { part in
            switch part.statement {
            case .note, .retract: false
            default: true
            }
        }
        if register.isSignedOff, corrects, reason == nil {
            fault("reason", Message("register.reasonMissing"))
        }
    }

    private mutating func readIntent() {
        guard rendering != nil else { return fault("main", Message("page.malformed")) }
        switch intent {
        case .held: readState(.held, reason: reason)
        case .notHeld:
            guard let why = form.reason("notHeldReason", upTo: 2000) else {
                return fault("notHeldReason", Message("register.notHeldReasonMissing"))
            }
            readState(.notHeld, reason: why)
        case .save, .rest, .signOff, .makeUp, .step: break
        }
    }

    private mutating func readState(_ state: ToldState, reason: String?) {
        guard let base = form["state.base"].flatMap({ Int($0) }) else { return }
        say("state", .sessionState(state, base: base, reason: reason))
    }
}

/// Which of a register's buttons was pressed.
enum RegisterIntent: Equatable {
    case save, rest, signOff, notHeld, held, makeUp
    /// One more or one less of a headcount.
    case step(key: String, by: Int)

    init(_ form: Form) {
        let text = form["intent"] ?? ""
        self =
            switch text {
            case "rest": .rest
            case "signOff": .signOff
            case "notHeld": .notHeld
            case "held": .held
            case "makeUp": .makeUp
            case _ where text.hasPrefix("more."): .step(key: String(text.dropFirst(5)), by: 1)
            case _ where text.hasPrefix("less."): .step(key: String(text.dropFirst(5)), by: -1)
            default: .save
            }
    }

    /// Where the browser goes once all is saved; nil is the register itself.
    var next: String? {
        switch self {
        case .signOff: "/sign-off"
        case .makeUp: "/make-up"
        case .save, .rest, .notHeld, .held, .step: nil
        }
    }

    var fragment: String {
        if case .step = self { "#counts" } else { "" }
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
