import Courses

extension AskedEnrolment {
    /// - Throws: `Refusal.malformed` for what none of our forms sends.
    init(_ form: Form) throws(Refusal) {
        guard let newID = form["new"].flatMap({ Person.ID($0) }) else { throw .malformed }
        self.init(newID: newID)
        if let chosen = form["person"], chosen != "new" {
            guard let known = Person.ID(chosen) else { throw .malformed }
            person = known
        }
        let text = { (name: String) in String((form.string(name) ?? "").prefix(200)) }
        native = text("native")
        latin = text("latin")
        born = text("born")
        gender = form["gender"].flatMap { Gender(rawValue: $0) } ?? .unknown
        contact = Self.language(text("contact"))
        languages = (1...Self.languageCount).map { Self.language(text("language\($0)")) }
        interpreter = form["interpreter"].flatMap { ["yes": true, "no": false][$0] }
        days = Set(form.names(under: "day.").compactMap { Int($0).flatMap(Weekday.init) })
        start = text("start")
        end = text("end")
        childcare = text("childcare")
        openTo = form["openTo"].flatMap { OpenTo(rawValue: $0) }
        group = form["group"].flatMap { Group.ID($0) }
        applied = text("applied")
        reason = form.reason(upTo: 200) ?? ""
        query = text("query")
        company = form.names(under: "party.").compactMap { name in
            guard let person = Person.ID(name),
                let kind = form["party." + name].flatMap({ PartyKind(rawValue: $0) })
            else { return nil }
            return Companion(person: person, kind: kind)
        }
    }

    private static func language(_ tag: String) -> Language? {
        tag.isEmpty ? nil : Language.catalogue.first { $0.rawValue == tag }
    }
}
