import Courses

extension Problem {
    /// Beyond these, sums would no longer be exact, and nobody counts so many people.
    private static let people = 0...100_000
    private static let days = 0...1_000_000
    private static let priorities = -1_000_000...1_000_000

    /// Reads format version 1.
    package static func read(json bytes: [UInt8]) throws(DocumentError) -> Problem {
        var reader = DocumentReader(bytes)
        let root = try reader.root()
        var problem = Problem(groups: [], parties: [])
        for field in reader.elements(root, "groups", needed: true) {
            if let group = group(field, &reader) { problem.groups.append(group) }
        }
        for field in reader.elements(root, "parties", needed: true) {
            if let party = party(field, &reader) { problem.parties.append(party) }
        }
        for field in reader.elements(root, "apart") {
            if let pair = apart(field, &reader) { problem.apart.append(pair) }
        }
        try reader.finish()
        return problem
    }

    private static func group(
        _ field: DocumentReader.Field, _ reader: inout DocumentReader
    ) -> Group? {
        guard reader.isObject(field) else { return nil }
        let id = reader.text(field, "id")
        let languages = reader.texts(field, "languages", needed: true)
        let interpreted = reader.texts(field, "interpretedInto")
        let least = reader.whole(field, "min", people, 0)
        let most = reader.whole(field, "max", people, nil)
        let slot = reader.optionalText(field, "slot")
        let places = reader.whole(field, "childcarePlaces", people, 0)
        let openTo = reader.word(
            field, "openTo", ["all": OpenTo.all, "women": .women, "men": .men], .all)
        let closed = reader.flag(field, "closed")
        guard let id, let least, let most, let places else { return nil }
        return Group(
            id: id, languages: languages.map(Language.init(rawValue:)),
            interpretedInto: interpreted.map(Language.init(rawValue:)), min: least, max: most,
            slot: slot, childcarePlaces: places, openTo: openTo, closed: closed)
    }

    private static func party(
        _ field: DocumentReader.Field, _ reader: inout DocumentReader
    ) -> Party? {
        guard reader.isObject(field) else { return nil }
        let id = reader.text(field, "id")
        let members = reader.elements(field, "members", needed: true)
            .compactMap { member($0, &reader) }
        let childcare = reader.whole(field, "childcare", people, 0)
        let waitingDays = reader.whole(field, "waitingDays", days, 0)
        let priority = reader.whole(field, "priority", priorities, 0)
        var party = Party(id: id ?? "", members: members)
        party.interpreterOk = reader.flag(field, "interpreterOk")
        party.slots = reader.texts(field, "slots")
        party.currentGroup = reader.optionalText(field, "currentGroup")
        party.lockedTo = reader.optionalText(field, "lockedTo")
        party.unlocked = reader.flag(field, "unlocked")
        guard id != nil, let childcare, let waitingDays, let priority else { return nil }
        party.childcare = childcare
        party.waitingDays = waitingDays
        party.priority = priority
        return party
    }

    private static func member(
        _ field: DocumentReader.Field, _ reader: inout DocumentReader
    ) -> Member? {
        guard reader.isObject(field) else { return nil }
        let id = reader.text(field, "id")
        let languages = reader.texts(field, "languages", needed: true)
        let gender = reader.word(
            field, "gender", ["woman": Gender.woman, "man": .man, "unknown": .unknown], .unknown)
        let slots = reader.texts(field, "slots")
        return id.map {
            Member(
                id: $0, languages: languages.map(Language.init(rawValue:)), gender: gender,
                slots: slots)
        }
    }

    private static func apart(
        _ field: DocumentReader.Field, _ reader: inout DocumentReader
    ) -> Apart? {
        let elements = reader.elements(field)
        guard elements.count == 2 else {
            reader.note(.notAPair, field)
            return nil
        }
        guard let first = reader.text(elements[0]), let second = reader.text(elements[1]) else {
            return nil
        }
        return Apart(first, second)
    }
}
