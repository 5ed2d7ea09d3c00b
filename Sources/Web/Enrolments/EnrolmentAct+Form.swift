import Courses
import Desk

extension EnrolmentAct {
    /// - Throws: `Refusal.malformed` for what none of our forms sends.
    init(_ form: Form) throws(Refusal) {
        guard let kind = form["kind"].flatMap({ Kind(rawValue: $0) }) else { throw .malformed }
        self.init(kind)
        people = form.names(under: "p.").compactMap { Person.ID($0) }
        group = try Self.id(form, "group")
        operation = try Self.id(form, "operation")
        from = date(form, .from)
        until = date(form, .until)
        on = date(form, .on)
        if let text = form.string(Field.priority.rawValue) {
            priority = Int(text)
            if priority == nil { faults[.priority] = String(text.prefix(20)) }
        }
        reason = form.reason()
        inSpiteOfRules = form["spite"] != nil
        isShown = form["asked"] != nil
        filter = EnrolmentFilter(form)
        back = form["back"].flatMap { Back(rawValue: $0) } ?? .list
        guard kind != .undo || operation != nil else { throw .malformed }
    }

    private static func id<Entity>(
        _ form: Form, _ name: String
    ) throws(Refusal) -> Identifier<Entity>? {
        guard let text = form.string(name) else { return nil }
        guard let id = Identifier<Entity>(text) else { throw .malformed }
        return id
    }

    private mutating func date(_ form: Form, _ field: Field) -> LocalDate? {
        guard let text = form.string(field.rawValue) else { return nil }
        let date = LocalDate(text)
        if date == nil { faults[field] = String(text.prefix(20)) }
        return date
    }

    /// What the form says again without asking.
    var fields: [HiddenField] {
        var fields = [HiddenField(name: "kind", value: kind.rawValue)] + filter.fields
        if let operation {
            fields.append(HiddenField(name: "operation", value: operation.description))
        }
        if back != .list { fields.append(HiddenField(name: "back", value: back.rawValue)) }
        return fields + [HiddenField(name: "asked", value: "1")]
    }
}
