import Courses
import Statistics

/// The figures counted a second time, word by word from the definitions, with no thought of speed.
struct PlainCount {
    let facts: Facts
    let rounds: Set<Round.ID>?
    let dimensions: [Dimension]
    let asOf: LocalDate

    typealias Key = [String]

    /// Something that happened, the rows where it counts, and who was behind it.
    struct Event {
        var keys: Set<Key>
        var person: Int32?
        var amount = 1
    }

    /// What a row's key can be made of.
    struct Context {
        var round: Int
        var session: SessionFact?
        var group: Int32?
        var language: Int32?
        var person: Int32?
        var gender: Gender?
    }

    func count() -> (rows: [Key: Figures], total: Figures) {
        let events = allEvents()
        let keys = Set(events.flatMap { $0.value.flatMap(\.keys) })
        var rows: [Key: Figures] = [:]
        for key in keys {
            rows[key] = figures(events.mapValues { $0.filter { $0.keys.contains(key) } })
        }
        return (gaps(in: rows), figures(events))
    }

    func figures(_ events: [String: [Event]]) -> Figures {
        func sum(_ name: String) -> Int { (events[name] ?? []).map(\.amount).reduce(0, +) }
        return Figures {
            $0.sessionsPlanned = sum("planned")
            $0.sessionsHeld = sum("held")
            $0.sessionsNotTaken = sum("not taken")
            $0.expected = sum("expected")
            $0.attended = sum("attended")
            $0.absentNotified = sum("notified")
            $0.absentUnnotified = sum("unnotified")
            $0.excused = sum("excused")
            $0.unmarked = sum("unmarked")
            $0.participations = sum("participations")
            $0.uniqueParticipants = Set((events["participations"] ?? []).map(\.person)).count
            $0.scheduledMinutes = sum("scheduled")
            $0.deliveredMinutes = sum("delivered")
            $0.studyHours = sum("hours")
            $0.completed = sum("completed")
            $0.guests = sum("guests")
            $0.headcounts = sum("headcounts")
            $0.waiting = Waiting(
                people: sum("waiting"), placed: (events["placed"] ?? []).count,
                days: sum("placed"))
            $0.review = sum("review")
            $0.groups = Set((events["meeting"] ?? []).map(\.person)).count
            $0.childcareChildren = sum("childcare")
        }
    }

    func gaps(in rows: [Key: Figures]) -> [Key: Figures] {
        rows.mapValues { figures in
            var figures = figures
            if dimensions.contains(.gender) || dimensions.contains(.ageBand) {
                figures.sessionsPlanned = nil
                figures.sessionsHeld = nil
                figures.sessionsNotTaken = nil
                figures.review = nil
                figures.groups = nil
            }
            if dimensions.contains(.ageBand) {
                figures.headcounts = nil
                figures.childcareChildren = nil
            }
            if dimensions.contains(.month) || dimensions.contains(.mode) {
                figures.completed = nil
                figures.waiting = nil
            }
            if dimensions.contains(.group) { figures.waiting = nil }
            return figures
        }
    }

    /// Nil where a dimension asks for what the context has not.
    func key(_ context: Context) -> Key? {
        let parts = dimensions.compactMap { part($0, context) }
        return parts.count == dimensions.count ? parts : nil
    }

    private func part(_ dimension: Dimension, _ context: Context) -> String? {
        switch dimension {
        case .municipality: facts.municipality
        case .term: term(facts.rounds[context.round].firstDay)
        case .programme: facts.rounds[context.round].programme
        case .round: facts.rounds[context.round].code
        case .group: context.group.map { facts.groups[Int($0)].id.description }
        case .language:
            context.language.map { $0 < 0 ? "unknown" : facts.languages[Int($0)].rawValue }
        case .gender:
            (context.gender ?? context.person.map { facts.people[Int($0)].gender })?.rawValue
        case .ageBand: context.person.map { ageBand($0, facts.rounds[context.round].firstDay) }
        case .mode: context.session?.mode.rawValue
        case .month:
            context.session.map { String(LocalDate(dayNumber: Int($0.day)).description.prefix(7)) }
        }
    }

    private func term(_ day: LocalDate) -> String {
        (1...6).contains(day.month) ? "VT\(day.year)" : "HT\(day.year)"
    }

    private func ageBand(_ person: Int32, _ day: LocalDate) -> String {
        let birthDay = facts.people[Int(person)].birthDay
        guard birthDay != Facts.unknownDay else { return "unknown" }
        switch LocalDate(dayNumber: Int(birthDay)).age(on: day) {
        case ..<0: return "unknown"
        case ..<18: return "0-17"
        case ..<25: return "18-24"
        case ..<35: return "25-34"
        case ..<45: return "35-44"
        case ..<55: return "45-54"
        default: return "55-"
        }
    }
}
