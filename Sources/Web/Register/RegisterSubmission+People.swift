import Courses
import Desk
import Localisation

extension RegisterSubmission {
    /// The rows as an earlier page rendered them.
    mutating func readRows() -> [WrittenRow] {
        guard let rows = WrittenRow.list(form["rows"] ?? "") else {
            fault("main", Message("page.malformed"))
            return []
        }
        return rows
    }

    mutating func readPerson(_ row: WrittenRow) {
        let text = row.person.description
        // A row whose fields were not sent says nothing.
        guard let typed = form["value." + text] else { return }
        let target = "person-" + text
        guard let late = minutes("late." + text), let early = minutes("early." + text) else {
            return fault(target, Message("register.minutesMalformed"))
        }
        guard let code = code(typed, of: row, hasMinutes: late + early > 0) else {
            return readUnmarked(row)
        }
        let isPresent = code == .present
        let was = row.mark.mark
        let wasMinutes = (was?.value.lateMinutes ?? 0, was?.value.leftEarlyMinutes ?? 0)
        if !isPresent, late + early > 0, (late, early) != wasMinutes {
            return fault(target, Message("register.minutesWithoutPresence"))
        }
        guard late + early < register.session.session.minutes else {
            let length = register.session.session.minutes
            return fault(target, Message("register.minutesTooMany", ["length": .number(length)]))
        }
        let value = Attendance(
            code: code, lateMinutes: isPresent && late > 0 ? late : nil,
            leftEarlyMinutes: isPresent && early > 0 ? early : nil)
        guard let value else { return fault(target, Message("register.minutesMalformed")) }
        let mark = Mark(value: value, mode: mode(of: row), role: was?.role ?? .member)
        let why = code == .excused ? form["why." + text] : nil
        guard mark != was || why != nil && why != row.mark.listed ?? "" else { return }
        say(text, .mark(row.person, mark, base: row.base, reason: excuse(why)))
    }

    /// An absence is excused for a listed reason, or, said outright, for none.
    ///
    /// - Parameter why: nil where there is no list to choose from.
    private func excuse(_ why: String?) -> String? {
        guard let why else { return reason }
        let code = ReasonText.isCode(why) ? why : nil
        return ReasonText(code: code, words: reason).text ?? ""
    }

    /// What a row says: whoever came late is present, and so are, where that button was pressed,
    /// those of the roster of whom nothing had been said. Nil for none.
    private func code(
        _ typed: String, of row: WrittenRow, hasMinutes: Bool
    ) -> AttendanceCode? {
        if let code = AttendanceCode(rawValue: typed) { return code }
        guard row.mark.mark == nil else { return nil }
        if hasMinutes { return .present }
        let isExpected = register.rows.contains { $0.person == row.person && $0.isOnRoster }
        return intent == .rest && isExpected ? .present : nil
    }

    private mutating func readUnmarked(_ row: WrittenRow) {
        guard row.mark.mark != nil else { return }
        say(row.person.description, .clear(row.person, base: row.base, reason: reason))
    }

    /// Of a hybrid session each row says it; elsewhere a mark keeps what it had.
    private func mode(of row: WrittenRow) -> SessionMode {
        guard register.session.session.mode == .hybrid else {
            return row.mark.mark?.mode ?? register.session.session.mode
        }
        return form["mode.\(row.person)"].flatMap(SessionMode.init)
            ?? row.mark.mark?.mode ?? .onsite
    }

    /// 0 for an empty field; nil for what is no number of minutes.
    private func minutes(_ name: String) -> Int? {
        guard let text = form.string(name) else { return 0 }
        return Int(asciiDigits(text)).flatMap { (0...1440).contains($0) ? $0 : nil }
    }

    // MARK: Added on the spot

    /// Their id is made of the rendering and the name, so that the same submit adds them once.
    mutating func readAdded() {
        let (native, latin) = (form.string("new.native"), form.string("new.latin"))
        guard native != nil || latin != nil else {
            if form["intent"] == "add" { fault("new-native", Message("register.addMissing")) }
            return
        }
        let isShort = [native, latin].allSatisfy { ($0?.unicodeScalars.count ?? 0) <= 200 }
        guard let rendering, isShort else {
            return fault("new-native", Message("register.addTooLong"))
        }
        let content = "\(rendering) added \(native ?? "")\n\(latin ?? "")"
        let person = Person.ID(bits: ActID(contentOf: content).high)
        let name = PersonName(
            native: native.map { [NamePart(.whole, $0)] } ?? [],
            latin: latin.map { [NamePart(.whole, $0)] } ?? [])
        let session = register.session.session
        let mark = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil),
            mode: session.mode == .hybrid ? .onsite : session.mode, role: .guest)
        say("added", .person(person, name))
        say("added", .mark(person, mark, base: 0, reason: reason))
    }

    // MARK: Headcounts

    mutating func readCount(_ text: String) {
        let was = (form["countwas." + text] ?? "").split(separator: ",").compactMap { Int($0) }
        guard let key = WrittenKey(text)?.key, was.count == 2 else {
            return fault("main", Message("page.malformed"))
        }
        guard let typed = form["count." + text] else { return }
        let number =
            typed.allSatisfy(\.isWhitespace)
            ? 0 : Int(asciiDigits(form.string("count." + text) ?? ""))
        guard var number, (0...10_000).contains(number) else {
            return fault("count-" + text, Message("register.countMalformed"))
        }
        if case .step(text, let step) = intent { number = min(max(number + step, 0), 10_000) }
        guard number != was[0] else { return }
        say(text, .headcount(key, count: number, base: was[1], reason: reason))
    }
}
