import Courses

extension Application {
    init(_ form: Form) {
        let text = { (name: String) in String((form.string(name) ?? "").prefix(200)) }
        person = form["person"].flatMap { Person.ID($0) }
        native = text("native")
        latin = text("latin")
        born = text(Field.born.rawValue)
        gender = form["gender"].flatMap { Gender(rawValue: $0) } ?? .unknown
        contact = Self.language(text("contact"))
        languages = (1...Self.languageCount).map { Self.language(text("language\($0)")) }
        interpreter = form["interpreter"].flatMap { ["yes": true, "no": false][$0] }
        days = Set(form.names(under: "day.").compactMap { Int($0).flatMap(Weekday.init) })
        childcare = text(Field.childcare.rawValue)
        openTo = form["openTo"].flatMap { OpenTo(rawValue: $0) }
        group = form["group"].flatMap { Group.ID($0) }
        applied = text(Field.applied.rawValue)
        reason = text("reason")
        query = text("query")
        company = form.names(under: "with.").compactMap { Person.ID($0) }
    }

    private static func language(_ tag: String) -> Language? {
        tag.isEmpty ? nil : Language.catalogue.first { $0.rawValue == tag }
    }
}
