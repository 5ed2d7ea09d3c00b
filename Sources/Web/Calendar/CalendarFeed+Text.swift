import Courses
import Desk
import Localisation

extension CalendarFeed {
    /// The sessions as a calendar program reads them, in wall time: 17:30 is 17:30 all year.
    ///
    /// - Parameter name: what the calendar is called.
    func text(named name: String) -> String {
        let localiser = Localiser.localiser(for: language)
        var text = CalendarText()
        text.line("BEGIN", "VCALENDAR")
        text.line("VERSION", "2.0")
        text.line("PRODID", "-//Samsprak//Sessions//EN")
        text.line("CALSCALE", "GREGORIAN")
        text.line("METHOD", "PUBLISH")
        text.line("X-WR-CALNAME", CalendarText.escaped(name))
        text.line("X-WR-TIMEZONE", Self.zone)
        text.line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
        text.line("X-PUBLISHED-TTL", "PT6H")
        text.zone()
        for entry in entries { text.event(entry, localiser) }
        text.line("END", "VCALENDAR")
        return text.text
    }

    fileprivate static let zone = "Europe/Stockholm"
}

extension CalendarText {
    /// Sweden's clock since 1996, when its summers began to end in October.
    fileprivate mutating func zone() {
        line("BEGIN", "VTIMEZONE")
        line("TZID", CalendarFeed.zone)
        change("DAYLIGHT", "CEST", from: "+0100", to: "+0200", "19810329T020000", month: 3)
        change("STANDARD", "CET", from: "+0200", to: "+0100", "19961027T030000", month: 10)
        line("END", "VTIMEZONE")
    }

    private mutating func change(
        _ kind: String, _ name: String, from: String, to: String, _ first: String, month: Int
    ) {
        line("BEGIN", kind)
        line("TZNAME", name)
        line("DTSTART", first)
        line("TZOFFSETFROM", from)
        line("TZOFFSETTO", to)
        line("RRULE", "FREQ=YEARLY;BYMONTH=\(month);BYDAY=-1SU")
        line("END", kind)
    }

    fileprivate mutating func event(_ entry: CalendarEntry, _ localiser: Localiser) {
        let session = entry.session
        let changed = Self.moment(entry.changedAt)
        line("BEGIN", "VEVENT")
        line("UID", "\(session.id)@samsprak")
        line("DTSTAMP", changed)
        line("LAST-MODIFIED", changed)
        line("SEQUENCE", String(entry.revision))
        line("DTSTART;TZID=\(CalendarFeed.zone)", Self.wall(session.date, session.start))
        line("DTEND;TZID=\(CalendarFeed.zone)", Self.wall(session.date, session.end))
        line("SUMMARY", Self.escaped(entry.summary(localiser)))
        if let place = entry.place(localiser) { line("LOCATION", Self.escaped(place)) }
        line("STATUS", session.state.isCalledOff ? "CANCELLED" : "CONFIRMED")
        line("END", "VEVENT")
    }

    /// `20200421T173000`
    private static func wall(_ date: LocalDate, _ time: LocalTime) -> String {
        compact("\(date)T\(time):00")
    }

    /// `20200421T153000Z`
    private static func moment(_ instant: Instant) -> String {
        compact(String(instant.description.prefix(19))) + "Z"
    }

    private static func compact(_ text: String) -> String {
        text.filter { $0 != "-" && $0 != ":" }
    }
}

extension CalendarEntry {
    fileprivate func summary(_ localiser: Localiser) -> String {
        localiser(
            Message(
                "calendarFeed.summary",
                [
                    "group": .text(localiser.list(groups.map(\.name))),
                    "number": .number(session.groups.first?.number ?? 0),
                ]))
    }

    fileprivate func place(_ localiser: Localiser) -> String? {
        session.mode == .remote
            ? localiser(Message("sessions.remote")) : groups.compactMap(\.venue).first
    }
}
