import Courses
import Desk
import Localisation

extension BoardAct {
    /// - Throws: `Refusal.malformed` for what none of our forms sends.
    init(_ form: Form) throws(Refusal) {
        guard let kind = form["kind"].flatMap({ Kind(rawValue: $0) }) else { throw .malformed }
        self.init(kind)
        group = try Self.id(form, "group")
        operation = try Self.id(form, "operation")
        if kind.movesPeople {
            people = form.names(under: "p.").compactMap { Person.ID($0) }
        }
        if kind.hasTarget {
            target = try Self.target(form)
            if kind == .split { readNewGroup(form) }
            inSpiteOfRules = form["spite"] != nil
        }
        switch kind {
        case .leader: leader = try Self.id(form, "leader")
        case .balance: places = try Self.places(form)
        case .close: isWaitlisting = form["waitlist"] != nil
        case .pause:
            before = date(form, .before)
            isRemote = form["sessions"] == "remote"
        case .moveSession, .cancelSession: try readSession(form)
        case .move, .undo, .merge, .split, .reopen, .resume: break
        }
        if kind.isDated { on = date(form, .on) }
        // What stood there before anybody chose is no choice.
        if let on, on.description == form["default"] { self.on = nil }
        reason = form.reason()
        isShown = form["asked"] != nil
        guard !kind.isOfGroup || group != nil, kind != .undo || operation != nil else {
            throw .malformed
        }
    }

    private static func id<Entity>(
        _ form: Form, _ name: String
    ) throws(Refusal) -> Identifier<Entity>? {
        guard let text = form.string(name) else { return nil }
        guard let id = Identifier<Entity>(text) else { throw .malformed }
        return id
    }

    private static func target(_ form: Form) throws(Refusal) -> Target? {
        guard form["to"] != "waiting" else { return .waiting }
        guard form["to"] != "new" else { return .new }
        return try id(form, "to").map { .group($0) }
    }

    private mutating func readSession(_ form: Form) throws(Refusal) {
        session = try Self.id(form, "session")
        guard kind == .moveSession else { return }
        on = date(form, .on)
        start = time(form, .start)
        end = time(form, .end)
    }

    /// In ASCII digits where it can be read.
    private mutating func time(_ form: Form, _ field: Field) -> String {
        let text = asciiDigits(String((form.string(field.rawValue) ?? "").prefix(20)))
        guard !text.isEmpty else { return "" }
        if LocalTime(text) == nil { faults.append(field) }
        return text
    }

    /// Whoever names a new group and chooses no other means it.
    private mutating func readNewGroup(_ form: Form) {
        newGroup = BoardNewGroup(form)
        if target == nil, !newGroup.name.isEmpty { target = .new }
    }

    /// Each as `group person person`; without a group they wait again.
    private static func places(_ form: Form) throws(Refusal) -> [BalancedPlace] {
        var places: [BalancedPlace] = []
        for name in form.names(under: "place.") {
            let words = (form["place." + name] ?? "").split(separator: " ").map(String.init)
            let people = words.dropFirst().compactMap { Person.ID($0) }
            let group = words.first.flatMap { Group.ID($0) }
            guard !people.isEmpty, people.count == words.count - 1,
                group != nil || words.first == "waiting"
            else { throw .malformed }
            places.append(BalancedPlace(people: people, group: group))
        }
        return places
    }

    private mutating func date(_ form: Form, _ field: Field) -> LocalDate? {
        guard let text = form.string(field.rawValue) else { return nil }
        let date = LocalDate(text)
        if date == nil { faults.append(field) }
        return date
    }

    /// The fields that say it again.
    var fields: [HiddenField] {
        var fields = [HiddenField(name: "kind", value: kind.rawValue)]
        if let group { fields.append(HiddenField(name: "group", value: group.description)) }
        if let operation {
            fields.append(HiddenField(name: "operation", value: operation.description))
        }
        fields += places.enumerated().map { index, place in
            HiddenField(
                name: "place.\(index)",
                value: ([place.group?.description ?? "waiting"]
                    + place.people.map(\.description)).joined(separator: " "))
        }
        return fields
    }
}

struct HiddenField: Sendable {
    let name: String
    let value: String
}
