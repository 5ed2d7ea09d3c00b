import Courses
import Desk
import Localisation

/// A group that a split opens, as the form says it; what it does not say is as in the group that
/// is split.
struct BoardNewGroup: Sendable, Equatable {
    var name = ""
    var weekday: Weekday?
    var start = ""
    var end = ""
    var venue: Venue.ID?
    /// Whether it gets the coming sessions too.
    var copiesPlan = false

    init() {}

    init(_ form: Form) {
        name = String((form.string("newName") ?? "").prefix(200))
        weekday = form.string("newWeekday").flatMap { Int($0) }.flatMap(Weekday.init(rawValue:))
        start = String((form.string("newStart") ?? "").prefix(20))
        end = String((form.string("newEnd") ?? "").prefix(20))
        venue = form.string("newVenue").flatMap { Venue.ID($0) }
        copiesPlan = form["copyPlan"] != nil
    }

    /// Nil for none, and where it can't be read.
    var slot: Slot? {
        guard let weekday, let start = LocalTime(asciiDigits(start)),
            let end = LocalTime(asciiDigits(end))
        else { return nil }
        return Slot(weekday: weekday, start: start, end: end)
    }

    /// Nil where it can be opened.
    var fault: Message? {
        if name.isEmpty { return Message("error.nameMissing") }
        let hasTimes = !start.isEmpty || !end.isEmpty
        if weekday == nil { return hasTimes ? Message("error.slotMissing") : nil }
        guard LocalTime(asciiDigits(start)) != nil, LocalTime(asciiDigits(end)) != nil else {
            return Message("setup.timeMalformed")
        }
        return slot == nil ? Message("error.endBeforeStart") : nil
    }

    var digest: String {
        "\(name)\n\(weekday?.rawValue ?? 0) \(start) \(end) \(venue?.description ?? "") \(copiesPlan)"
    }

    /// With the languages and rules of the group that is split.
    func group(from source: Group) -> NewGroup {
        var new = NewGroup(source)
        new.name = name
        new.slot = slot
        new.venue = venue?.description
        new.room = nil
        new.link = nil
        return new
    }
}

/// What can be said of a group that a split opens.
struct NewGroupField: Sendable {
    let label: String
    let text: String
    let isChosen: Bool
    let nameLabel: String
    let name: String
    let fault: String?
    let weekdayLabel: String
    let weekdays: [SetupOption]
    let startLabel: String
    let start: String
    let endLabel: String
    let end: String
    let venueLabel: String
    let venues: [SetupOption]
    let copyLabel: String
    let copiesPlan: Bool

    init(_ act: BoardAct, venues: [Venue], _ words: BoardWords) {
        let (new, visitor) = (act.newGroup, words.visitor)
        isChosen = act.target == .new
        label = visitor.say(Message("board.newGroup"))
        text = visitor.say(Message("board.newGroupText"))
        nameLabel = visitor.say(Message("command.column.name"))
        name = new.name
        fault = isChosen && act.isShown ? new.fault.map(visitor.say) : nil
        weekdayLabel = visitor.say(Message("setup.weekday"))
        weekdays = Self.options(
            Weekday.allCases.map { (String($0.rawValue), visitor.localiser.weekday($0)) },
            chosen: new.weekday.map { String($0.rawValue) }, visitor)
        startLabel = visitor.say(Message("setup.start"))
        start = new.start
        endLabel = visitor.say(Message("setup.end"))
        end = new.end
        venueLabel = visitor.say(Message("setup.venue"))
        self.venues = Self.options(
            venues.map { ($0.id.description, $0.name) }, chosen: new.venue?.description, visitor)
        copyLabel = visitor.say(Message("board.copyPlan"))
        copiesPlan = new.copiesPlan
    }

    private static func options(
        _ options: [(String, String)], chosen: String?, _ visitor: Visitor
    ) -> [SetupOption] {
        ([("", visitor.say(Message("setup.none")))] + options).map { value, label in
            SetupOption(value: value, label: label, isChosen: value == chosen ?? "")
        }
    }
}
