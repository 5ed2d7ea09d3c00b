import Courses
import Desk
import Localisation

/// The parts of a register's form, with what is stored or, after a fault, what was typed.
struct RegisterFields {
    let visitor: Visitor
    let register: Register
    let now: Instant
    let typed: Form?
    let faults: [Fault]
    /// What an earlier page rendered, where its form comes again.
    private let written: [Person.ID: WrittenRow]

    init(visitor: Visitor, register: Register, now: Instant, typed: Form?, faults: [Fault]) {
        self.visitor = visitor
        self.register = register
        self.now = now
        self.typed = typed
        self.faults = faults
        let rows = typed?["rows"].flatMap(WrittenRow.list) ?? []
        written = Dictionary(rows.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func say(_ message: Message) -> String { visitor.say(message) }

    func fault(of target: String) -> Line? {
        Line(faults.first { $0.target == target }?.text)
    }

    private var session: Session { register.session.session }
    private var hasCome: Bool { session.date <= WallClock.date(now) }

    // MARK: Marking

    var marking: Marking {
        let members = register.rows.filter(\.isOnRoster)
        let guests = register.rows.filter { !$0.isOnRoster }
        return Marking(
            rosterHeading: say(Message("register.roster")), scriptChoice: scriptChoice,
            emptyText: members.isEmpty ? say(Message("register.empty")) : nil,
            people: sorted(members).map(person),
            guestsHeading: say(Message("register.others")), hasGuests: !guests.isEmpty,
            guests: sorted(guests).map(person), template: emptyRow,
            noneLabel: say(Message("register.none")),
            presentLabel: say(Message("register.present")),
            notifiedLabel: say(Message("register.notified")),
            unnotifiedLabel: say(Message("register.unnotified")),
            excusedLabel: say(Message("register.excused")),
            moreLabel: say(Message("register.more")), lateLabel: say(Message("register.late")),
            earlyLabel: say(Message("register.early")),
            adding: register.isSignedOff || !hasCome ? nil : adding,
            countsHeading: say(Message("register.counts")),
            countsHelp: say(Message("register.countsHelp")), counts: counts,
            unmarkedText: say(
                Message("register.unmarked", ["count": .number(register.unmarked)])))
    }

    /// Nil where there is nobody to mark, or the day has not come.
    var restLabel: String? {
        register.rows.contains(where: \.isOnRoster) && hasCome
            ? say(Message("register.rest")) : nil
    }

    /// Everybody's row as it was rendered, those of a page that comes again as they were then.
    var rows: String {
        register.rows.map { written(of: $0).text }.joined(separator: " ")
    }

    private func written(of row: Register.Row) -> WrittenRow {
        written[row.person]
            ?? WrittenRow(
                person: row.person, base: row.version,
                mark: WrittenMark(row.mark, listed: row.listed?.code))
    }

    private var names: ReaderNames { ReaderNames(visitor) }

    var scriptChoice: ScriptChoice? {
        let hasBoth = register.rows.contains { $0.name.native != nil && $0.name.latin != nil }
        guard hasBoth else { return nil }
        let address = "/sessions/\(session.id)?names="
        return names.isNativeFirst
            ? ScriptChoice(href: address + "latin", label: say(Message("register.latinFirst")))
            : ScriptChoice(href: address + "native", label: say(Message("register.nativeFirst")))
    }

    private func sorted(_ rows: [Register.Row]) -> [Register.Row] {
        Collation.collation(for: visitor.localiser.language)
            .sorted(rows) { names.both($0.name).first }
    }

    private func person(_ row: Register.Row) -> PersonRow {
        let id = row.person.description
        let was = written(of: row)
        let value = typed?["value." + id] ?? row.mark?.value.code.rawValue ?? ""
        let late = typed?["late." + id] ?? row.mark?.value.lateMinutes.map { String($0) } ?? ""
        let early =
            typed?["early." + id] ?? row.mark?.value.leftEarlyMinutes.map { String($0) } ?? ""
        let shown = names.both(row.name)
        let code = AttendanceCode(rawValue: value)
        let fault = fault(of: "person-" + id)
        return PersonRow(
            person: id, name: shown.first, other: shown.other.map { NameLine(name: $0) },
            tag: Line(tag(row)), was: was.mark.text, base: was.base, isUnmarked: code == nil,
            isPresent: code == .present, isNotified: code == .notified,
            isUnnotified: code == .unnotified, isExcused: code == .excused, late: Minutes(late),
            early: Minutes(early), mode: mode(typed?["mode." + id] ?? row.mark?.mode.rawValue),
            why: why(row),
            isOpen: !late.isEmpty || !early.isEmpty || fault != nil,
            correction: Line(row.correction.map(correction)), fault: fault)
    }

    private var emptyRow: PersonRow {
        PersonRow(
            person: "", name: "", other: NameLine(name: ""), tag: Line(""), was: "", base: 0,
            isUnmarked: true, isPresent: false, isNotified: false, isUnnotified: false,
            isExcused: false, late: nil, early: nil, mode: mode(nil),
            why: WhyField(offered(.excused).map(\.listed), said: nil, chosen: nil, visitor),
            isOpen: false,
            correction: nil, fault: nil)
    }

    private func mode(_ value: String?) -> ModeField? {
        guard session.mode == .hybrid else { return nil }
        return ModeField(
            modeLabel: say(Message("register.mode")), onsiteLabel: say(Message("sessions.onsite")),
            remoteLabel: say(Message("sessions.remote")),
            isRemote: value == SessionMode.remote.rawValue)
    }

    private func tag(_ row: Register.Row) -> String? {
        switch row.mark?.role {
        case .guest?: return say(Message("register.guest"))
        case .makeUp(let missed)?:
            guard let number = register.makeUpNumbers[missed] else {
                return say(Message("register.makeUp"))
            }
            return say(Message("register.makeUpOf", ["number": .number(number)]))
        case .member?, nil:
            let isTold = row.mark.map { !$0.value.isPresent } ?? false
            let isBefore = row.markedAt.map { $0 < session.startsAt } ?? false
            return isTold && isBefore ? say(Message("register.toldBefore")) : nil
        }
    }

    private func correction(_ correction: Correction) -> String {
        say(
            Message(
                "register.corrected",
                [
                    "signed": .text(AttendanceWords(visitor).words(correction.signed)),
                    "reason": .text(visitor.localiser.words(correction.reason) ?? ""),
                ]))
    }

    private var adding: AddForm {
        let fault = fault(of: "new-native")
        let (native, latin) = (typed?["new.native"] ?? "", typed?["new.latin"] ?? "")
        return AddForm(
            heading: say(Message("register.addTitle")), text: say(Message("register.addText")),
            nativeLabel: say(Message("register.addNative")), native: native,
            latinLabel: say(Message("register.addLatin")), latin: latin,
            label: say(Message("register.add")), makeUpText: say(Message("register.makeUpText")),
            makeUpLabel: say(Message("register.makeUpChoose")),
            isOpen: fault != nil || !(native + latin).isEmpty, fault: fault)
    }

    // MARK: Headcounts

    private static let usual = ["guest", "childcare", "visitor"]

    private var counts: [CountField] {
        let usual = Self.usual.map {
            HeadcountKey(category: $0, language: nil, gender: nil, ageBand: nil)
        }
        let known = Dictionary(
            register.headcounts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let others = register.headcounts.map(\.key).filter { !usual.contains($0) }
        return (usual + others).map { key in
            let stored = known[key]
            let name = WrittenKey(key).text
            let was = typed?["countwas." + name]?.split(separator: ",").compactMap { Int($0) }
            let count = was?.first ?? stored?.count ?? 0
            let label = AttendanceWords(visitor).words(key)
            return CountField(
                key: name, label: label,
                lessLabel: say(Message("register.less", ["what": .text(label)])),
                moreLabel: say(Message("register.oneMore", ["what": .text(label)])), was: count,
                base: was?.dropFirst().first ?? stored?.version ?? 0,
                value: typed?["count." + name] ?? String(count), fault: fault(of: "count-" + name))
        }
    }
}
