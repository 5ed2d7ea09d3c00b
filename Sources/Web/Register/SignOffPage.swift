import Courses
import Desk
import Localisation

/// What a leader signs, on one page.
struct SignOffPage: Page {
    static let template = "sign-off"

    let layout: Layout
    let back: String
    let backText: String
    let heading: String
    let group: String
    let dateText: String
    let timeText: String
    let notices: [Notice]
    /// What is still unsaid.
    let warning: Line?
    let facts: [SummaryFact]
    let note: SummaryNote?
    let action: String
    let rendering: String
    let base: Int
    let staff: StaffTicks?
    let text: String
    let changeLabel: String
    let label: String
}

struct SummaryFact: Sendable {
    let label: String
    let value: String
}

struct SummaryNote: Sendable {
    let label: String
    let text: String
}

/// Asks who was there of the staff.
struct StaffTicks: Sendable {
    let heading: String
    let people: [StaffTick]
}

struct StaffTick: Sendable {
    let role: String
    let person: String
    let name: String
    let roleText: String
    let wasThere: Bool
}

extension SignOffPage {
    init(
        layout: (_ title: String, _ address: String) -> Layout, visitor: Visitor,
        register: Register, rendering: ActID, notices: [Notice]
    ) {
        let session = register.session.session
        let groups = Dictionary(
            register.groups.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let words = SessionWords(register.session, groups: groups, visitor: visitor)
        back = "/sessions/\(session.id)"
        action = back + "/sign-off"
        heading = visitor.say(Message("register.summaryTitle"))
        self.layout = layout(heading, action)
        backText = visitor.say(Message("register.backToList"))
        group = words.groupNames
        dateText = visitor.localiser.dateWithSecondCalendar(session.date, style: .full)
        timeText = words.time
        self.notices = notices
        let unmarked = register.unmarked
        warning =
            unmarked == 0
            ? nil
            : Line(visitor.say(Message("register.unmarkedAtSignOff", ["count": .number(unmarked)])))
        facts = RegisterSummary(register, visitor).facts
        note = register.note.map {
            SummaryNote(label: visitor.say(Message("register.note")), text: $0)
        }
        self.rendering = rendering.description
        base = register.signOffVersion
        staff = StaffTicks(register.day.staff, visitor)
        text = visitor.say(Message("register.summaryText"))
        changeLabel = visitor.say(Message("register.change"))
        label = visitor.say(Message("register.sign"))
    }
}

extension StaffTicks {
    /// Nil where nobody is named. Who was planned is taken to have been there until told.
    init?(_ staff: [SessionStaff], _ visitor: Visitor) {
        guard !staff.isEmpty else { return nil }
        heading = visitor.say(Message("register.staffThere"))
        people = staff.map {
            StaffTick(
                role: $0.role, person: $0.person.description,
                name: ReaderNames(visitor).both($0.name).first,
                roleText: AttendanceWords(visitor).role($0.role), wasThere: $0.wasThere ?? true)
        }
    }
}

/// A register in numbers.
struct RegisterSummary {
    let register: Register
    let visitor: Visitor

    init(_ register: Register, _ visitor: Visitor) {
        self.register = register
        self.visitor = visitor
    }

    /// Present and unmarked always; the rest where there is any.
    var facts: [SummaryFact] {
        let members = register.rows.filter(\.isOnRoster)
        let present = members.count { $0.mark?.value.isPresent ?? false }
        let number = visitor.localiser.number
        let share = visitor.say(
            Message(
                "register.presentOf",
                ["present": .number(present), "expected": .number(members.count)]))
        var facts = [SummaryFact(label: visitor.say(Message("register.present")), value: share)]
        let add = { (label: Message, count: Int) in
            if count > 0 {
                facts.append(SummaryFact(label: visitor.say(label), value: number(count)))
            }
        }
        add(Message("register.minutes"), members.count { $0.mark?.value.minutesMissed ?? 0 > 0 })
        add(Message("register.notified"), count(.notified, members))
        add(Message("register.unnotified"), count(.unnotified, members))
        add(Message("register.excused"), count(.excused, members))
        facts.append(
            SummaryFact(
                label: visitor.say(Message("register.none")), value: number(register.unmarked)))
        add(Message("register.others"), register.rows.count { !$0.isOnRoster && $0.mark != nil })
        for headcount in register.headcounts where headcount.count > 0 {
            facts.append(
                SummaryFact(
                    label: AttendanceWords(visitor).words(headcount.key),
                    value: number(headcount.count)))
        }
        return facts
    }

    private func count(_ absence: Absence, _ rows: [Register.Row]) -> Int {
        rows.count { $0.mark?.value == .absent(absence) }
    }
}

extension Attendance {
    fileprivate var minutesMissed: Int { (lateMinutes ?? 0) + (leftEarlyMinutes ?? 0) }
}
