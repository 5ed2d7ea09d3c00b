import Courses
import Desk
import Localisation

/// The parts of a register's form, with what is stored or, after a fault, what was typed.
struct RegisterFields {
    let visitor: Visitor
    let register: Register
    let typed: Form?
    let faults: [Fault]

    private func fault(of target: String) -> String? {
        faults.first { $0.target == target }?.text
    }

    // MARK: Names

    private var readsNativeFirst: Bool {
        let reads: [Language] = [.arabic, .dari, .tigrinya, .sorani]
        return visitor.namesInNativeScript ?? reads.contains(visitor.localiser.language)
    }

    var scriptChoice: ScriptChoice? {
        let hasBoth = register.rows.contains { $0.name.native != nil && $0.name.latin != nil }
        guard hasBoth else { return nil }
        let address = "/sessions/\(register.session.session.id)?names="
        return readsNativeFirst
            ? ScriptChoice(
                href: address + "latin", label: visitor.say(Message("register.latinFirst")))
            : ScriptChoice(
                href: address + "native", label: visitor.say(Message("register.nativeFirst")))
    }

    private func names(_ name: DisplayName) -> (first: String, other: String?) {
        if let alias = name.alias {
            return (visitor.say(Message("register.alias", ["number": .number(alias)])), nil)
        }
        let (native, latin) = (name.native, name.latin)
        let first = readsNativeFirst ? native ?? latin : latin ?? native
        let other = readsNativeFirst ? latin : native
        return (first ?? "", other == first ? nil : other)
    }

    // MARK: Marking

    var marking: Marking {
        let members = register.rows.filter(\.isOnRoster)
        let guests = register.rows.filter { !$0.isOnRoster }
        return Marking(
            progressText: visitor.say(
                Message(
                    "sessions.progress",
                    [
                        "marked": .number(members.count - register.unmarked),
                        "expected": .number(members.count),
                    ])),
            rosterHeading: visitor.say(Message("register.roster")),
            emptyText: members.isEmpty ? visitor.say(Message("register.empty")) : nil,
            people: sorted(members).map(person),
            guestsHeading: visitor.say(Message("register.others")),
            hasGuests: !guests.isEmpty, guests: sorted(guests).map(person),
            noneLabel: visitor.say(Message("register.none")),
            presentLabel: visitor.say(Message("register.present")),
            notifiedLabel: visitor.say(Message("register.notified")),
            unnotifiedLabel: visitor.say(Message("register.unnotified")),
            excusedLabel: visitor.say(Message("register.excused")),
            minutesLabel: visitor.say(Message("register.minutes")),
            lateLabel: visitor.say(Message("register.late")),
            earlyLabel: visitor.say(Message("register.early")),
            countsHeading: visitor.say(Message("register.counts")),
            countsHelp: visitor.say(Message("register.countsHelp")), counts: counts)
    }

    private func sorted(_ rows: [Register.Row]) -> [Register.Row] {
        Collation.collation(for: visitor.localiser.language)
            .sorted(rows) { names($0.name).first }
    }

    private func person(_ row: Register.Row) -> PersonRow {
        let id = row.person.description
        let was = typed?["was." + id] ?? WrittenMark(row.mark).text
        let value = typed?["value." + id] ?? row.mark?.value.code.rawValue ?? ""
        let late = typed?["late." + id] ?? row.mark?.value.lateMinutes.map { String($0) } ?? ""
        let early =
            typed?["early." + id] ?? row.mark?.value.leftEarlyMinutes.map { String($0) } ?? ""
        let names = names(row.name)
        let code = AttendanceCode(rawValue: value)
        return PersonRow(
            person: id, name: names.first, otherName: names.other, roleText: role(row), was: was,
            base: typed?["base." + id].flatMap { Int($0) } ?? row.version,
            isUnmarked: code == nil, isPresent: code == .present, isNotified: code == .notified,
            isUnnotified: code == .unnotified, isExcused: code == .excused, late: late,
            early: early, showsMinutes: !late.isEmpty || !early.isEmpty,
            fault: fault(of: "person-" + id))
    }

    private func role(_ row: Register.Row) -> String? {
        switch row.mark?.role {
        case .guest?: visitor.say(Message("register.guest"))
        case .makeUp?: visitor.say(Message("register.makeUp"))
        case .member?, nil: nil
        }
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
            return CountField(
                key: name, label: label(of: key), was: count,
                base: was?.dropFirst().first ?? stored?.version ?? 0,
                value: typed?["count." + name] ?? String(count), fault: fault(of: "count-" + name))
        }
    }

    private func label(of key: HeadcountKey) -> String {
        let category =
            switch key.category {
            case "guest": visitor.say(Message("register.countGuests"))
            case "childcare": visitor.say(Message("register.countChildcare"))
            case "visitor": visitor.say(Message("register.countVisitors"))
            default: key.category
            }
        var parts = [category]
        if let language = key.language { parts.append(visitor.localiser.languageName(language)) }
        switch key.gender {
        case .woman?: parts.append(visitor.say(Message("register.women")))
        case .man?: parts.append(visitor.say(Message("register.men")))
        case .unknown?, nil: break
        }
        if let band = key.ageBand { parts.append(band) }
        return parts.joined(separator: " · ")
    }

    // MARK: The rest

    var note: NoteField {
        let was = typed?["note.was"] ?? register.note ?? ""
        return NoteField(
            label: visitor.say(Message("register.note")),
            help: visitor.say(Message("register.noteHelp")), was: was,
            base: typed?["note.base"].flatMap { Int($0) } ?? register.noteVersion,
            value: typed?["note"] ?? was)
    }

    var signedOff: SignedOff? {
        guard register.isSignedOff else { return nil }
        return SignedOff(
            text: visitor.say(Message("register.signedOff")),
            reasonLabel: visitor.say(Message("register.reason")),
            reasonHelp: visitor.say(Message("register.reasonHelp")),
            reason: typed?["reason"] ?? "", fault: fault(of: "reason"))
    }

    var signOff: SignOffStep {
        SignOffStep(
            heading: visitor.say(Message("register.signOffTitle")),
            text: visitor.say(Message("register.signOffText")),
            label: visitor.say(Message("register.signOff")), base: register.signOffVersion)
    }

    var notHeld: NotHeldStep {
        NotHeldStep(
            heading: visitor.say(Message("register.notHeldTitle")),
            text: visitor.say(Message("register.notHeldText")),
            reasonLabel: visitor.say(Message("register.notHeldReason")),
            reason: typed?["notHeldReason"] ?? "", label: visitor.say(Message("register.notHeld")),
            base: register.stateVersion, fault: fault(of: "notHeldReason"))
    }

    var calledOff: CalledOff {
        let isCancelled = register.status == .cancelled
        return CalledOff(
            text: isCancelled
                ? visitor.say(Message("register.cancelled"))
                : visitor.say(Message("register.wasNotHeld")),
            heldLabel: isCancelled ? nil : visitor.say(Message("register.held")),
            stateBase: register.stateVersion)
    }
}
